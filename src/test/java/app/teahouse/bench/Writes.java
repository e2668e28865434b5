package app.teahouse.bench;

import java.util.List;
import java.util.Random;

/** What is written while it is measured: new posts, comments under the newest ones of the data, and newcomers' paths. */
record Writes(String name, Load.Source source) {

    static List<Writes> all(List<Reader> readers, long posts) {
        var prose = new Prose(3);
        var bodies = new String[64];
        var comments = new String[64];
        for (var i = 0; i < 64; i++) {
            bodies[i] = json(prose.body());
            comments[i] = json(prose.comment());
        }
        var path = "/api/v1/circles/" + Dataset.SLUG + "/posts";
        return List.of(
                new Writes(
                        "post",
                        n -> Request.post(
                                path,
                                token(readers, n),
                                "{\"title\":\"A new pot " + n + "\",\"text\":" + bodies[(int) (n % 64)] + "}")),
                new Writes(
                        "comment",
                        n -> Request.post(
                                path + "/" + number(posts, n) + "/comments",
                                token(readers, n),
                                "{\"text\":" + comments[(int) (n % 64)] + "}")),
                new Writes(
                        "path of 30 minutes",
                        n -> Request.put(
                                "/api/v1/circles/" + Dataset.SLUG + "/path", token(readers, n), "{\"minutes\":30}")));
    }

    private static String token(List<Reader> readers, long n) {
        return readers.get((int) (n % readers.size())).token();
    }

    private static long number(long posts, long n) {
        return posts - new Random(n).nextLong(Math.min(posts, 500));
    }

    private static String json(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
