package app.teahouse.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Wishes ALL = new Wishes(true, true, true, "https://old.example.com/");

    @TempDir
    Path folder;

    private Sources.Translated translated = new Sources.Translated(Path.of(""), List.of());

    @Test
    void posts_jsonl_brings_words_comments_pictures_and_says_what_stays() throws IOException {
        var texts = all("posts.jsonl", resource("posts.jsonl"), Wishes.NONE);

        assertThat(texts).hasSize(4);
        var first = one(texts, "第一泡");
        assertThat(first)
                .contains("date: 2021-03-05T12:15:00Z", "author: \"陆羽\"", "highlight: true", "- \"绿茶\"")
                .contains(
                        "\\# 不是标题", "\\*不是\\*斜体", "![](pictures/leaf.png)", "![](https://pictures.example.com/far.jpg)")
                .contains("![](pictures/leaf.png)")
                .doesNotContain("Which water?");
        assertThat(one(texts, "Which water?").lines())
                .containsExactly(
                        "{\"key\":\"0\",\"author\":\"Hannah\",\"at\":\"2021-03-06T04:00:00Z\",\"markdown\":\"Which water?\"}",
                        "{\"key\":\"1\",\"answers\":\"0\",\"author\":\"陆羽\",\"markdown\":\"泉水。\\n\\\\- 不是列表\"}",
                        "{\"key\":\"2\",\"author\":\"\",\"markdown\":\"**Nice**\"}");
        assertThat(one(texts, "Cups")).contains("date: 2021-04-01T01:30:00Z", "## Cups", "Small \\& *thin*.");
        assertThat(one(texts, "Already")).contains("Already **Markdown**.").doesNotContain("date:");
        assertThat(translated.faults())
                .extracting(fault -> fault.place() + " " + fault.code())
                .containsExactly(
                        "line 2 likes",
                        "line 5 bad-date",
                        "line 6 line-no-json",
                        "line 7 no-id",
                        "line 8 empty",
                        "line 9 no-date",
                        translated.faults().getLast().place() + " twice");
    }

    @Test
    void the_same_source_has_the_same_names_with_pictures_beside_it_or_without() throws IOException {
        var alone = all("posts.jsonl", resource("posts.jsonl"), Wishes.NONE);
        var zip = folder.resolve("with.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("tea/posts.jsonl"));
            out.write(resource("posts.jsonl"));
            out.putNextEntry(new ZipEntry("tea/pictures/leaf.png"));
            out.write(new byte[] {1, 2, 3});
        }
        var beside = all("with.zip", Files.readAllBytes(zip), Wishes.NONE);
        assertThat(beside.keySet()).containsAll(alone.keySet()).contains("pictures/leaf.png");
    }

    @Test
    void ghost_brings_what_is_wished_for_from_all_three_of_its_formats() throws IOException {
        var few = all("ghost.json", resource("ghost.json"), new Wishes(false, false, false, ""));
        assertThat(few).containsOnlyKeys("ghost-64a000000000000000000001.md", "ghost-64a000000000000000000002.md");
        assertThat(translated.faults()).extracting(Fault::code).containsExactly("left-paid", "left-draft", "left-page");

        var texts = all("ghost.json", resource("ghost.json"), ALL);
        assertThat(texts).hasSize(5);
        assertThat(texts.get("ghost-64a000000000000000000001.md"))
                .contains("title: \"Spring: a beginning\"", "author: \"Lu Yu\"", "- \"Green tea\"", "highlight: true")
                .contains("The **first** leaves.", "![A leaf](https://old.example.com/content/images/2023/03/leaf.png)")
                .contains("*One leaf*", "- water\n- time")
                .doesNotContain("alert", "#internal", "lu@example.org");
        assertThat(texts.get("ghost-64a000000000000000000002.md"))
                .contains("author: \"陆羽\"", "**明前**，三分钟。", "### 水", "1. 先闻香", "```js\nsteep(80);\n```")
                .contains("[About tea](https://example.com/tea)");
        assertThat(texts.get("ghost-64a000000000000000000003.md"))
                .contains(
                        "Cups are **very [small](https://example.com/)**", "![](https://pictures.example.com/cup.jpg)")
                .contains("- one\n- two", "* * *");
    }

    @Test
    void feeds_of_both_kinds_are_read() throws IOException {
        var rss = all("feed.xml", resource("feed.rss"), Wishes.NONE);
        assertThat(rss).hasSize(2);
        assertThat(one(rss, "Leaves"))
                .contains("date: 2021-03-05T20:15:00Z", "author: \"Lu Yu\"", "- \"green & black\"")
                .contains("Long [words](https://example.com/a_%28b%29).", "> Said")
                .doesNotContain("Short");
        assertThat(one(rss, "No date zone")).contains("date: 2021-04-01T01:30:00Z", "author: \"Hannah\"", "Escaped");

        var atom = all("feed", resource("feed.atom"), Wishes.NONE);
        assertThat(one(atom, "春 & 秋"))
                .contains("date: 2021-03-05T12:15:00Z", "author: \"陆羽\"", "- \"茶\"", "一*二*", "- 三");
        assertThat(one(atom, "Plain")).contains("1 \\< 2");
    }

    @Test
    void what_a_feed_says_of_its_own_site_still_leads_there() throws IOException {
        var feed = """
                <rss><channel><link>https://tea.example.org/blog/</link><item><link>/2024/wuyi</link><title>Wuyi</title>
                <description>&lt;p>&lt;a href="/map">Map&lt;/a> &lt;img src="cup.png"> &lt;a href="#end">End&lt;/a>&lt;/p></description>
                </item></channel></rss>
                """;

        assertThat(one(all("feed.xml", feed.getBytes(StandardCharsets.UTF_8), Wishes.NONE), "Wuyi"))
                .contains("(https://tea.example.org/map)", "(https://tea.example.org/2024/cup.png)");
    }

    @Test
    void a_feed_cannot_reach_out_nor_blow_up() throws IOException {
        var secret = Files.writeString(folder.resolve("secret.txt"), "the owner's secret");
        var out = """
                <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "%s"><!ENTITY y "yyyyyyyyyy"><!ENTITY z "&y;&y;&y;&y;&y;&y;&y;&y;">]>
                <rss><channel><item><guid>1</guid><title>T</title><description>before &x; &z; after</description></item></channel></rss>
                """.formatted(secret.toUri());
        try {
            var texts = all("feed.xml", out.getBytes(StandardCharsets.UTF_8), Wishes.NONE);
            assertThat(String.join("", texts.values())).doesNotContain("secret", "yyyy");
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo("import.unreadable-source");
        }
        var deep = "<rss><channel><item><guid>1</guid><description>" + "<a>".repeat(5000);
        assertThatThrownBy(() -> all("feed.xml", deep.getBytes(StandardCharsets.UTF_8), Wishes.NONE))
                .hasMessage("import.unreadable-source");
    }

    @Test
    void other_encodings_long_lines_and_deep_nests_do_no_harm() throws IOException {
        var chinese = "{\"id\": \"1\", \"text\": \"国标编码的一行\"}\n".getBytes(Charset.forName("GB18030"));
        assertThat(one(all("posts.jsonl", chinese, Wishes.NONE), "国标")).contains("国标编码的一行");

        var marked = "\uFEFF{\"id\": \"1\", \"text\": \"marked\"}\r\n".getBytes(StandardCharsets.UTF_8);
        assertThat(all("posts.jsonl", marked, Wishes.NONE)).hasSize(1);

        var file = folder.resolve("long.jsonl");
        try (var out = Files.newOutputStream(file)) {
            out.write("{\"id\": \"1\", \"text\": \"".getBytes(StandardCharsets.UTF_8));
            var much = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (var i = 0; i < 100; i++) {
                out.write(much);
            }
            out.write("\"}\n{\"id\": \"2\", \"text\": \"short\"}\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(translate(file, "long.jsonl", Wishes.NONE)).hasSize(1);
        assertThat(translated.faults()).extracting(Fault::code).containsExactly("line-too-long", "no-date");

        var deep = "{\"id\": \"1\", \"comments\": " + "[{\"comments\":".repeat(5000)
                + "\n{\"id\": \"2\", \"text\": \"x\"}";
        assertThat(all("deep.jsonl", deep.getBytes(StandardCharsets.UTF_8), Wishes.NONE))
                .hasSize(1);
    }

    @Test
    void what_is_no_source_is_left_to_others() throws IOException {
        var file = Files.write(folder.resolve("x"), new byte[] {1, 2, 3});
        assertThat(new Sources().translate(file, "x.zip", SHANGHAI, Wishes.NONE))
                .isEmpty();
        var other = "{\"format\": \"posts-jsonl\", \"version\": 2}\n";
        assertThatThrownBy(() -> all("posts.jsonl", other.getBytes(StandardCharsets.UTF_8), Wishes.NONE))
                .hasMessage("import.other-version");
    }

    private Map<String, String> all(String name, byte[] content, Wishes wishes) throws IOException {
        return translate(Files.write(Files.createTempFile(folder, "source", ""), content), name, wishes);
    }

    private Map<String, String> translate(Path file, String name, Wishes wishes) throws IOException {
        translated = new Sources().translate(file, name, SHANGHAI, wishes).orElseThrow();
        var texts = new TreeMap<String, String>();
        try (var zip = new ZipFile(translated.archive().toFile())) {
            for (var entry : zip.stream().toList()) {
                try (var in = zip.getInputStream(entry)) {
                    texts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return texts;
    }

    private static String one(Map<String, String> texts, String words) {
        return texts.values().stream()
                .filter(text -> text.contains(words))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(SourcesTest.class.getResourceAsStream("/formats/" + name))) {
            return in.readAllBytes();
        }
    }
}
