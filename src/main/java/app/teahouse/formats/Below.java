package app.teahouse.formats;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The comments of a post that was written elsewhere, as the end of its text: whoever wrote them is no member here, so they can be read and
 * found, and nobody is made to have said them.
 */
final class Below {
    private static final int MOST = 2000;
    private static final int MOST_DEPTH = 5;

    private Below() {}

    static String of(JsonNode post, ZoneId zone) {
        var lines = new ArrayList<String>();
        write(post.path("comments"), 0, zone, lines);
        return lines.isEmpty() ? "" : "* * *\n\n" + String.join("\n", lines);
    }

    private static void write(JsonNode comments, int depth, ZoneId zone, List<String> lines) {
        for (var comment : comments) {
            var words = Posts.body(comment);
            var pictures = Posts.pictures(comment);
            var whole = words.isBlank() || pictures.isBlank() ? words + pictures : words + "\n\n" + pictures;
            if (!whole.isBlank() && lines.size() < MOST) {
                lines.add(indented(said(comment, zone) + whole, "  ".repeat(depth)));
            }
            // Deeper ones stand beside each other: nobody can follow more.
            write(comment.path("comments"), Math.min(MOST_DEPTH, depth + 1), zone, lines);
            write(comment.path("replies"), Math.min(MOST_DEPTH, depth + 1), zone, lines);
        }
    }

    private static String said(JsonNode comment, ZoneId zone) {
        var author = Phrases.plain(Json.text(comment, "author").replaceAll("\\s+", " "));
        var at = Dates.of(Json.text(comment, "created_at"), zone);
        var day = at == null ? "" : " (" + LocalDate.ofInstant(at, zone) + ")";
        return author.isBlank() ? "" : "**" + author.replace("*", "") + "**" + day + ": ";
    }

    private static String indented(String text, String room) {
        return text.lines()
                .map(line -> line.isEmpty() ? line : room + "  " + line)
                .collect(Collectors.joining("\n"))
                .replaceFirst("^" + room + "  ", room + "- ");
    }
}
