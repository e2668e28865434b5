package app.teahouse.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A comment as the demo's texts write it, below a post: {@code @@ who 3h < liked, by, these} and then its words; with {@code @@>} it
 * answers the comment before it.
 *
 * @param after how long after the post
 */
record Spoken(boolean reply, String who, String after, List<String> likedBy, String text) {
    private static final Pattern HEAD = Pattern.compile("(?m)^@@(>?) (\\S+) (\\S+)(?: < (.*))?$");

    /** The post itself: what stands above the comments. */
    static String post(String body) {
        var first = HEAD.matcher(body);
        return first.find() ? body.substring(0, first.start()).strip() : body;
    }

    static List<Spoken> below(String body) {
        var comments = new ArrayList<Spoken>();
        var heads = HEAD.matcher(body).results().toList();
        for (var i = 0; i < heads.size(); i++) {
            var head = heads.get(i);
            var end = i + 1 < heads.size() ? heads.get(i + 1).start() : body.length();
            comments.add(new Spoken(
                    !head.group(1).isEmpty(),
                    head.group(2),
                    head.group(3),
                    head.group(4) == null ? List.of() : Entry.split(head.group(4), ","),
                    body.substring(head.end(), end).strip()));
        }
        return comments;
    }
}
