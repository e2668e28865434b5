package app.teahouse.sharing;

import app.teahouse.kernel.Face;
import app.teahouse.web.Frame;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page that people outside may see, as Open Graph (ogp.me) and JSON-LD (schema.org) tell it. Nothing stands here that the page
 * does not show to a visitor.
 *
 * @param path its one address on this site, whatever the page was asked for by
 * @param picture the path of a picture that visitors may load
 * @param kind the type in schema.org's words
 */
public record Shared(
        Kind kind,
        String title,
        String text,
        String path,
        @Nullable String picture,
        @Nullable Article article) {
    private static final JsonMapper JSON = new JsonMapper();

    public enum Kind {
        WEB_SITE("WebSite", "website"),
        WEB_PAGE("WebPage", "website"),
        ARTICLE("Article", "article");

        private final String schema;
        private final String graph;

        Kind(String schema, String graph) {
            this.schema = schema;
            this.graph = graph;
        }

        public String graph() {
            return graph;
        }
    }

    /** What only an article has. */
    public record Article(
            @Nullable String author,
            Instant publishedAt,
            @Nullable Instant editedAt,
            String language,
            String circle) {}

    /** The front page. */
    public static Shared site(String name, String text) {
        return new Shared(Kind.WEB_SITE, name, text, "/", null, null);
    }

    /** The about page of a circle that everybody finds. */
    public static Shared circle(Face face) {
        return new Shared(
                Kind.WEB_PAGE, face.name(), face.promise(), "/c/" + face.slug() + "/about", face.cover(), null);
    }

    /** Structured data for the head of the page. It is put between script tags, so no tag can end in it. */
    public String json(Frame frame) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("@context", "https://schema.org");
        facts.put("@type", kind.schema);
        facts.put(kind == Kind.ARTICLE ? "headline" : "name", title);
        facts.put("description", text);
        facts.put("url", frame.absolute(path));
        if (picture != null) {
            facts.put("image", frame.absolute(picture));
        }
        if (article != null) {
            about(article, facts);
        }
        return JSON.writeValueAsString(facts).replace("<", "\\u003c");
    }

    private static void about(Article article, Map<String, Object> facts) {
        facts.put("inLanguage", article.language());
        facts.put("datePublished", article.publishedAt().toString());
        if (article.editedAt() != null) {
            facts.put("dateModified", article.editedAt().toString());
        }
        if (article.author() != null) {
            facts.put("author", Map.of("@type", "Person", "name", article.author()));
        }
        facts.put("isPartOf", Map.of("@type", "WebPage", "name", article.circle()));
        facts.put("isAccessibleForFree", true);
    }
}
