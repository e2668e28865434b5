package app.teahouse.formats;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The comments of a post that was written elsewhere, one after the other, each behind the one it answers. */
final class Remarks {
    private static final int MOST = 2000;
    private static final int MOST_CHARACTERS = 600_000;

    private final ZoneId zone;
    private final List<Remark> remarks = new ArrayList<>();
    private int characters;
    private boolean isCut;

    private Remarks(ZoneId zone) {
        this.zone = zone;
    }

    static Remarks of(JsonNode post, ZoneId zone) {
        var remarks = new Remarks(zone);
        remarks.add(post, null);
        return remarks;
    }

    List<Remark> all() {
        return remarks;
    }

    /** Whether there are more than can be brought. */
    boolean isCut() {
        return isCut;
    }

    private void add(JsonNode around, @Nullable String answered) {
        for (var name : List.of("comments", "replies")) {
            for (var comment : around.path(name)) {
                add(comment, answered, Integer.toString(remarks.size()));
            }
        }
    }

    private void add(JsonNode comment, @Nullable String answered, String key) {
        var words = Posts.body(comment);
        var pictures = Posts.pictures(comment);
        var whole = words.isBlank() || pictures.isBlank() ? words + pictures : words + "\n\n" + pictures;
        if (remarks.size() == MOST || characters + whole.length() > MOST_CHARACTERS) {
            isCut = true;
            return;
        }
        if (whole.isBlank()) {
            // What answers nothing answers what that would have answered.
            add(comment, answered);
            return;
        }
        characters += whole.length();
        var author = Json.text(comment, "author").replaceAll("\\s+", " ").strip();
        remarks.add(new Remark(
                key,
                answered,
                Translation.shortened(author, 60),
                Dates.of(Json.text(comment, "created_at"), zone),
                whole));
        add(comment, key);
    }
}
