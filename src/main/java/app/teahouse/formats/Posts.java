package app.teahouse.formats;

import app.teahouse.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The format {@code posts.jsonl} (docs/format/posts-jsonl-1.md): a post a line, alone or in a ZIP beside its pictures. */
final class Posts implements Sources.Source {
    private static final int MOST_LINE = 4_000_000;

    private final @Nullable String entry;
    private final JsonMapper json = Json.mapper();

    /** @param entry where it stands in a ZIP, or null where the file is it */
    Posts(@Nullable String entry) {
        this.entry = entry;
    }

    @Override
    public void translate(Sources.Task task, Translation translation) throws IOException {
        if (entry == null) {
            try (var in = Files.newInputStream(task.file())) {
                read(in, task.zone(), translation);
            }
            return;
        }
        try (var zip = new ZipFile(task.file().toFile());
                var in = zip.getInputStream(zip.getEntry(entry))) {
            read(in, task.zone(), translation);
            Beside.copy(zip, entry, translation);
        }
    }

    private void read(InputStream in, ZoneId zone, Translation translation) throws IOException {
        try (var lines = new Bytes(in, MOST_LINE)) {
            var source = "";
            for (var line = lines.next(); line != null; line = lines.next()) {
                var place = "line " + lines.line();
                if (lines.tooLong()) {
                    translation.fault(place, "line-too-long", "");
                    continue;
                }
                if (line.isEmpty()) {
                    continue;
                }
                var post = node(line);
                if (post == null) {
                    translation.fault(place, "line-no-json", Translation.shortened(line, 60));
                } else if (post.has("format")) {
                    source = head(post);
                } else if (!add(place, source, post, zone, translation)) {
                    return;
                }
            }
        }
    }

    private @Nullable JsonNode node(String line) {
        try {
            var node = json.readTree(line);
            return node.isObject() ? node : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static String head(JsonNode head) {
        if (!Json.text(head, "format").equals("posts-jsonl") || Json.number(head, "version") != 1) {
            throw Refusal.invalid("file", "import.other-version");
        }
        return Json.text(head, "source");
    }

    private static boolean add(String place, String source, JsonNode post, ZoneId zone, Translation translation)
            throws IOException {
        var id = Json.text(post, "id");
        if (id.isBlank()) {
            translation.fault(place, "no-id", "");
            return true;
        }
        var body = body(post);
        var pictures = pictures(post);
        var whole = body.isBlank() || pictures.isBlank() ? body + pictures : body + "\n\n" + pictures;
        if (whole.isBlank()) {
            translation.fault(place, "empty", id);
            return true;
        }
        var written = Json.text(post, "created_at");
        var at = Dates.of(written, zone);
        if (at == null) {
            translation.fault(place, written.isBlank() ? "no-date" : "bad-date", written);
        }
        if (Json.number(post, "likes") > 0) {
            translation.fault(place, "likes", Long.toString(Json.number(post, "likes")));
        }
        var remarks = Remarks.of(post, zone);
        if (remarks.isCut()) {
            translation.fault(
                    place, "many-comments", Integer.toString(remarks.all().size()));
        }
        var highlight =
                post.path("highlight").asBoolean(false) || post.path("digest").asBoolean(false);
        return translation.add(new Piece(
                "post-" + Hashes.of(source + " " + id),
                Json.text(post, "title"),
                at,
                Json.text(post, "author"),
                Json.texts(post, "tags"),
                highlight,
                whole,
                remarks.all()));
    }

    /** What its author wrote, as the format in which it is there. */
    static String body(JsonNode words) {
        if (!Json.text(words, "markdown").isBlank()) {
            return Json.text(words, "markdown").strip();
        }
        if (!Json.text(words, "html").isBlank()) {
            return Markup.markdown(Json.text(words, "html"));
        }
        return Phrases.plain(Json.text(words, "text"));
    }

    static String pictures(JsonNode words) {
        var pictures = new ArrayList<String>();
        for (var address : Json.texts(words, "pictures")) {
            pictures.add("![](" + Phrases.address(address.strip()) + ")");
        }
        return String.join("\n\n", pictures);
    }
}
