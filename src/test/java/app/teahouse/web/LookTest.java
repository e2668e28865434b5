package app.teahouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import gg.jte.Content;
import gg.jte.generated.precompiled.StaticTemplates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps the face of the house whole: what pages ask for exists, and nothing stands in them that the CSP would refuse. */
class LookTest {
    private static final Path PACKED = Path.of("target/classes/static");
    private static final Pattern ICON = Pattern.compile("icon(?:\\(name)? = \"([a-z0-9-]+)\"");
    private static final Pattern REFUSED = Pattern.compile(
            "\\sstyle=|\\son[a-z]+=\"|<style|<script(?![^>]*(?:\\ssrc=|type=\"application/ld\\+json))|javascript:|hx-on|hx-vals='js");

    private static final Pattern PART = Pattern.compile("@template\\.([a-z.]+)\\(");

    private final StaticTemplates templates = new StaticTemplates();
    private final Assets assets = new Assets();

    @Test
    void every_icon_a_page_names_is_in_the_sprite() throws IOException {
        var sprite = Files.readString(Path.of("src/main/resources/static/icons.svg"));
        var missing = new TreeSet<String>();
        for (var page : pages()) {
            ICON.matcher(Files.readString(page))
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> !sprite.contains("<symbol id=\"" + name + "\""))
                    .forEach(missing::add);
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void no_page_holds_what_the_content_security_policy_refuses() throws IOException {
        for (var page : pages()) {
            assertThat(Files.readString(page)).as(page.toString()).doesNotContainPattern(REFUSED);
        }
    }

    @Test
    void the_stylesheet_has_every_colour_and_both_ways_into_the_dark() throws IOException {
        var css = Files.readString(PACKED.resolve(assets.at("app.css").substring(1)));
        assertThat(Look.COLOURS).allSatisfy(colour -> assertThat(css).contains(".colour-" + colour));
        assertThat(css)
                .contains("[data-bs-theme=dark]{color-scheme:dark")
                .contains("@media (prefers-color-scheme:dark){:where(html):not([data-bs-theme]){color-scheme:dark");
    }

    @Test
    void packed_files_say_the_same_as_plain_ones() throws IOException {
        Brotli4jLoader.ensureAvailability();
        for (var name : List.of("app.css", "app.js", "htmx.js", "icons.svg")) {
            var file = PACKED.resolve(assets.at(name).substring(1));
            var packed = Decoder.decompress(Files.readAllBytes(Path.of(file + ".br")));
            assertThat(packed.getDecompressedData()).as(name).isEqualTo(Files.readAllBytes(file));
        }
    }

    @Test
    void the_first_page_is_small() throws IOException {
        long bytes = page(SomeFrames.member(Locale.ENGLISH, "light")).getBytes(StandardCharsets.UTF_8).length;
        for (var name : List.of("app.css", "app.js", "htmx.js", "live.js", "icons.svg", "logo.svg")) {
            bytes += Files.size(Path.of(PACKED.resolve(assets.at(name).substring(1)) + ".br"));
        }
        assertThat(bytes).isLessThan(60_000);
    }

    @Test
    void a_page_has_its_landmarks_and_its_language() {
        assertThat(page(SomeFrames.member(Locale.SIMPLIFIED_CHINESE, "dark")))
                .contains("<html lang=\"zh-CN\" data-bs-theme=\"dark\">")
                .contains("class=\"skip\"", "<main id=\"main\"", "首页", "发现", "发布", "通知", "我的", "管理")
                .doesNotContain("data-bs-theme=\"null\"");
    }

    @Test
    void a_page_for_visitors_asks_for_no_token() {
        assertThat(page(SomeFrames.visitor(Locale.ENGLISH)))
                .contains("<html lang=\"en\">", "/sign-in")
                .doesNotContain("token", "bottom-bar", "hx-headers");
    }

    @Test
    void manage_pages_have_their_entries() {
        assertThat(page(SomeFrames.manage(Locale.ENGLISH))).contains("manage-nav", "href=\"/c/weekly/manage/members\"");
    }

    @Test
    void a_problem_is_a_sentence() {
        var page = templates
                .webProblem(SomeFrames.visitor(Locale.ENGLISH), 500, "site.bug", Map.of("request", "42"))
                .render();
        assertThat(page).contains("42").doesNotContain("{request}");
    }

    @Test
    void every_page_with_a_form_has_a_place_for_what_is_wrong_with_the_whole() throws IOException {
        var templates = new TreeMap<String, String>();
        for (var page : pages()) {
            var name = Path.of("src/main/jte").relativize(page).toString().replace('/', '.');
            templates.put(name.substring(0, name.length() - ".jte".length()), Files.readString(page));
        }
        var without = new TreeSet<String>();
        templates.forEach((name, text) -> {
            var parts = parts(name, templates, new TreeSet<>());
            if (text.contains("Form form\n")
                    && !name.equals("web.look")
                    && parts.contains("web.layout")
                    && !parts.contains("web.refused")) {
                without.add(name);
            }
        });
        assertThat(without).isEmpty();
    }

    /** A template and all that it is made of. */
    private static Set<String> parts(String name, Map<String, String> templates, Set<String> found) {
        if (templates.containsKey(name) && found.add(name)) {
            PART.matcher(templates.get(name)).results().forEach(part -> parts(part.group(1), templates, found));
        }
        return found;
    }

    private String page(Frame frame) {
        Content content = output -> output.writeContent("<p>Tea</p>");
        return templates
                .webLayout(frame, "Tea", content, "home", "full", "", null, null, null, null)
                .render();
    }

    private static List<Path> pages() throws IOException {
        try (var found = Files.walk(Path.of("src/main/jte"))) {
            return found.filter(file -> file.toString().endsWith(".jte")).toList();
        }
    }
}
