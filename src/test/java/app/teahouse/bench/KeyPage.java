package app.teahouse.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A page that must be fast, with the requests that stand for it: other members, and of posts other numbers, each time. */
record KeyPage(String name, String as, List<Request> requests) {
    private static final int REQUESTS = 400;

    static List<KeyPage> all(List<Reader> readers, long posts) {
        var api = "/api/v1/circles/" + Dataset.SLUG;
        var staff = readers.subList(readers.size() - Dataset.STAFF, readers.size());
        return List.of(
                page("feed", readers, "/c/" + Dataset.SLUG, posts),
                json("feed", readers, api + "/posts?limit=20", posts),
                page("post", readers, "/c/" + Dataset.SLUG + "/p/{number}", posts),
                json("post", readers, api + "/posts/{number}", posts),
                page("home", readers, "/", posts),
                json("home", readers, "/api/v1/home", posts),
                page("members", readers, "/c/" + Dataset.SLUG + "/members", posts),
                json("members", readers, api + "/members", posts),
                page("review", staff, "/c/" + Dataset.SLUG + "/manage/review", posts),
                json("review", staff, api + "/review", posts),
                page("start", readers, "/c/" + Dataset.SLUG + "/start", posts),
                page("search", readers, "/c/" + Dataset.SLUG + "/search?q={words}", posts),
                json("search", readers, api + "/search?q={words}", posts),
                json("suggestions", readers, api + "/search/suggestions?q=in", posts));
    }

    private static KeyPage page(String name, List<Reader> readers, String path, long posts) {
        return new KeyPage(
                name,
                "page",
                each(
                        posts,
                        (n, number) -> Request.get(
                                filled(path, n, number),
                                readers.get(n % readers.size()).cookies())));
    }

    private static KeyPage json(String name, List<Reader> readers, String path, long posts) {
        return new KeyPage(
                name,
                "JSON",
                each(
                        posts,
                        (n, number) -> Request.get(
                                filled(path, n, number),
                                readers.get(n % readers.size()).token())));
    }

    private static String filled(String path, int n, long number) {
        return path.replace("{number}", "" + number)
                .replace("{words}", URLEncoder.encode(Found.QUERIES.get(n % Found.QUERIES.size()), UTF_8));
    }

    private interface Maker {
        Request make(int n, long number);
    }

    private static List<Request> each(long posts, Maker maker) {
        var random = new Random(2);
        return IntStream.range(0, REQUESTS)
                .mapToObj(n -> maker.make(n, 1 + random.nextLong(posts)))
                .toList();
    }

    Request next(long n) {
        return requests.get((int) (n % requests.size()));
    }

    String title() {
        return name + " (" + as + ")";
    }
}
