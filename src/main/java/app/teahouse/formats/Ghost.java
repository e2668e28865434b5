package app.teahouse.formats;

import app.teahouse.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Ghost exports: tables as JSON. They are read twice, a row at a time: first the small ones (tags, people, and what joins them to
 * posts), then the posts.
 */
final class Ghost implements Sources.Source {
    private static final int MOST_ROWS = 200_000;
    private static final Set<String> SMALL = Set.of("tags", "users", "posts_tags", "posts_authors");

    private final @Nullable String entry;
    private final JsonMapper json = Json.rows();

    /** @param entry where it stands in a ZIP, or null where the file is it */
    Ghost(@Nullable String entry) {
        this.entry = entry;
    }

    /** Whether a file of JSON has Ghost's tables in it. */
    static boolean isGhost(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var start = Bytes.beginning(in.readNBytes(4096)).replaceAll("\\s", "");
            return start.startsWith("{\"db\":[") || start.startsWith("{\"data\":{") || start.startsWith("{\"meta\":{");
        }
    }

    /** What the small tables say, by the ids of posts. */
    private static final class Around {
        private final Map<String, String> tags = new HashMap<>();
        private final Map<String, String> people = new HashMap<>();
        private final Map<String, List<String>> tagsOf = new HashMap<>();
        private final Map<String, List<String>> authorsOf = new HashMap<>();

        void take(String table, JsonNode row) {
            switch (table) {
                case "tags" -> tags.put(Json.text(row, "id"), Json.text(row, "name"));
                case "users" -> people.put(Json.text(row, "id"), Json.text(row, "name"));
                case "posts_tags" -> join(tagsOf, row, "tag_id");
                case "posts_authors" -> join(authorsOf, row, "author_id");
                default -> throw new IllegalStateException(table);
            }
        }

        private static void join(Map<String, List<String>> all, JsonNode row, String column) {
            all.computeIfAbsent(Json.text(row, "post_id"), _ -> new ArrayList<>())
                    .add(Json.text(row, column));
        }

        /** Names of tags, without those that Ghost keeps to itself. */
        List<String> tags(String post) {
            return tagsOf.getOrDefault(post, List.of()).stream()
                    .map(id -> tags.getOrDefault(id, ""))
                    .filter(name -> !name.isBlank() && !name.startsWith("#"))
                    .distinct()
                    .toList();
        }

        String author(String post, String otherwise) {
            for (var id : authorsOf.getOrDefault(post, List.of(otherwise))) {
                if (!people.getOrDefault(id, "").isBlank()) {
                    return people.getOrDefault(id, "");
                }
            }
            return "";
        }
    }

    private interface Row {
        /** @return whether to go on */
        boolean take(String table, JsonNode row) throws IOException;
    }

    @Override
    public void translate(Sources.Task task, Translation translation) throws IOException {
        var around = new Around();
        read(task.file(), SMALL, (table, row) -> {
            around.take(table, row);
            return true;
        });
        read(task.file(), Set.of("posts"), (_, row) -> add(row, around, task, translation));
        if (entry != null) {
            try (var zip = new ZipFile(task.file().toFile())) {
                Beside.copy(zip, entry, translation);
            }
        }
    }

    private void read(Path file, Set<String> tables, Row row) throws IOException {
        if (entry == null) {
            try (var in = Files.newInputStream(file)) {
                read(in, tables, row);
            }
            return;
        }
        try (var zip = new ZipFile(file.toFile());
                var in = zip.getInputStream(zip.getEntry(entry))) {
            read(in, tables, row);
        }
    }

    private void read(InputStream in, Set<String> tables, Row row) throws IOException {
        try (var parser = json.createParser(in)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME && tables.contains(parser.currentName())) {
                    var table = parser.currentName();
                    if (parser.nextToken() == JsonToken.START_ARRAY && !rows(parser, table, row)) {
                        return;
                    }
                } else if (token == JsonToken.PROPERTY_NAME
                        && !Set.of("db", "data").contains(parser.currentName())) {
                    parser.nextToken();
                    parser.skipChildren();
                }
            }
        } catch (JacksonException e) {
            var line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw Refusal.invalid("file", "import.unreadable-source").with("line", line);
        }
    }

    private boolean rows(JsonParser parser, String table, Row row) throws IOException {
        var rows = 0;
        for (var token = parser.nextToken();
                token != JsonToken.END_ARRAY && token != null;
                token = parser.nextToken()) {
            JsonNode node = json.readTree(parser);
            if (node != null && node.isObject() && (rows++ >= MOST_ROWS || !row.take(table, node))) {
                return false;
            }
        }
        return true;
    }

    private static boolean add(JsonNode post, Around around, Sources.Task task, Translation translation)
            throws IOException {
        var wishes = task.wishes();
        var title = Json.text(post, "title");
        var id = Json.text(post, "id");
        var place = title.isBlank() ? id : title;
        var status = Json.text(post, "status");
        var published = Set.of("published", "sent").contains(status);
        var page = Json.text(post, "type").equals("page")
                || Json.number(post, "page") == 1
                || post.path("page").asBoolean(false);
        var paid = Set.of("paid", "members", "tiers", "filter").contains(Json.text(post, "visibility"));
        var left = !published && !wishes.drafts()
                ? "left-draft"
                : page && !wishes.pages() ? "left-page" : paid && !wishes.paid() ? "left-paid" : "";
        if (!left.isEmpty()) {
            translation.fault(place, left, "");
            return true;
        }
        if (!published) {
            translation.fault(place, "was-draft", "");
        }
        var words = body(post, wishes.site());
        if (words.isBlank()) {
            translation.fault(place, "empty", "");
            return true;
        }
        var date = Json.text(post, published ? "published_at" : "created_at");
        var at = Dates.of(date, ZoneOffset.UTC);
        if (at == null) {
            translation.fault(place, date.isBlank() ? "no-date" : "bad-date", date);
        }
        return translation.add(new Piece(
                "ghost-" + (id.isBlank() ? Hashes.of(Json.text(post, "slug") + title) : id),
                title.isBlank() ? Json.text(post, "slug") : title,
                at,
                around.author(id, Json.text(post, "author_id")),
                around.tags(id),
                post.path("featured").asBoolean(false) || Json.number(post, "featured") == 1,
                words));
    }

    /** HTML, or else one of Ghost's own formats; the picture above comes first. */
    private static String body(JsonNode post, String site) {
        var html = Json.text(post, "html");
        var words = !html.isBlank()
                ? Markup.markdown(html)
                : !Json.text(post, "lexical").isBlank()
                        ? Lexical.markdown(Json.text(post, "lexical"))
                        : !Json.text(post, "mobiledoc").isBlank()
                                ? Mobiledoc.markdown(Json.text(post, "mobiledoc"))
                                : Phrases.plain(Json.text(post, "plaintext"));
        var picture = Json.text(post, "feature_image");
        var whole = picture.isBlank() || words.contains(picture)
                ? words
                : "![](" + Phrases.address(picture) + ")\n\n" + words;
        // In a ZIP the pictures lie beside; else the old site may still have them.
        return whole.replace(
                "__GHOST_URL__/",
                site.isBlank()
                        ? ""
                        : site.toLowerCase(Locale.ROOT).startsWith("http") ? site.replaceFirst("/*$", "/") : "");
    }
}
