package app.teahouse.syndication;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Settings;
import app.teahouse.kernel.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;

/**
 * Tells search engines what they may know: listed circles and what everybody may read in them, as sitemaps.org says. A file lists
 * the posts of a block of numbers, so that none is over the allowed 50,000 lines.
 */
@Controller
class SitemapPages {
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String XML = "application/xml;charset=utf-8";
    private static final String CACHED = "public, max-age=3600";

    private final Settings settings;
    private final Entries entries;
    private final ListedCircles listed;
    private final Circles circles;
    private final List<MorePlaces> morePlaces;

    SitemapPages(
            Settings settings, Entries entries, ListedCircles listed, Circles circles, List<MorePlaces> morePlaces) {
        this.settings = settings;
        this.entries = entries;
        this.listed = listed;
        this.circles = circles;
        this.morePlaces = morePlaces;
    }

    @GetMapping("/robots.txt")
    ResponseEntity<byte[]> robots(Visitor visitor, WebRequest request) {
        var text = """
                User-agent: *
                Disallow: /api/
                Disallow: /me
                Disallow: /feeds/
                Disallow: /i/
                Disallow: /site
                Disallow: /notifications
                Disallow: /c/*/manage

                Sitemap: %s/sitemap.xml
                """.formatted(settings.base()).getBytes(StandardCharsets.UTF_8);
        return Document.of(request, "text/plain;charset=utf-8", CACHED, text);
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<byte[]> index(Visitor visitor, WebRequest request) {
        var blocks = listed.blocks();
        return Document.of(request, XML, CACHED, Xml.document("sitemapindex", NAMESPACE, xml -> {
            for (var block : blocks) {
                var address = settings.base() + "/c/" + block.slug() + "/sitemap.xml?block=" + block.number();
                xml.inside("sitemap", _ -> xml.text("loc", address));
            }
        }));
    }

    /** @throws Refusal {@code circle.unknown} where the circle is not in the directory */
    @GetMapping("/c/{slug}/sitemap.xml")
    ResponseEntity<byte[]> circle(
            Onlooker onlooker, @RequestParam(required = false) @Nullable Integer block, WebRequest request) {
        if (circles.byId(onlooker.circle()).filter(Circle::isInDirectory).isEmpty()) {
            throw Refusal.notFound("circle.unknown");
        }
        var number = block == null ? 0 : Math.clamp(block, 0, ListedCircles.MOST_BLOCKS);
        var from = (long) number * ListedCircles.BLOCK;
        var more = number > 0
                ? List.<String>of()
                : morePlaces.stream()
                        .flatMap(room -> room.of(onlooker).stream())
                        .toList();
        var posts = entries.between(onlooker, from, from + ListedCircles.BLOCK);
        var base = settings.base() + "/c/" + onlooker.face().slug();
        return Document.of(request, XML, CACHED, Xml.document("urlset", NAMESPACE, xml -> {
            if (number == 0) {
                xml.inside("url", _ -> xml.text("loc", base + "/about"));
                for (var path : more) {
                    xml.inside("url", _ -> xml.text("loc", settings.base() + path));
                }
            }
            for (var post : posts) {
                xml.inside(
                        "url",
                        _ -> xml.text("loc", base + "/p/" + post.number())
                                .text("lastmod", post.changedAt().toString()));
            }
        }));
    }
}
