package app.teahouse.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that could keep the processor busy for long, or make a page of megabytes out of little. */
class MarkdownBombTest {
    private static final Markdown MARKDOWN = new Markdown();
    private static final int LENGTH = 100_000;

    /** Most take a twentieth of a second; what grows with the square of the length takes minutes. */
    private static final Duration MOST = Duration.ofSeconds(1);

    static Stream<String> bombs() {
        var units = Stream.of(
                "[",
                "![",
                "*",
                "**",
                "* ",
                "_",
                "~~",
                ">",
                "> ",
                "<",
                "`",
                "`` ` ",
                "\\",
                "&",
                "|",
                "-",
                "- ",
                "#",
                "# a\n",
                "\n",
                " ",
                "@",
                "@a ",
                "@小明",
                "[a](",
                "[a](b",
                "[[]()",
                "[[a](b)",
                "![[]()",
                "\\[[]()",
                "![a](b)",
                "[a][b]",
                "[a]: b\n",
                "[a]\n",
                "a**b",
                "*a ",
                " a*",
                "**a* ",
                "*a_ ",
                "a*_~~",
                "(",
                ")",
                "https://",
                "https://a.com/(",
                "www.",
                "http://a)",
                "<a ",
                "<a x",
                "<div>",
                "</div>",
                "<b>",
                "<p>",
                "<table>",
                "<table><tr><td>",
                "<ul><li>",
                "<!--",
                "<!-- -->",
                "<?",
                "<![CDATA[",
                "1. ",
                "- a\n",
                "  - a\n",
                "\t",
                "```",
                "~~~\n",
                "```\n",
                "|a",
                "a|b\n-|-\n",
                "|\n",
                "![[",
                "[![a](b)",
                "]",
                "](",
                "](a)",
                "\"",
                "'",
                "=\n",
                "a\n",
                "a\n=\n",
                "&lt;",
                "&#",
                "\u202E",
                "😀",
                "，",
                "。**",
                "x@",
                "&#x202E;",
                "<img src=https://a.com/x>",
                "<a href=https://a.com>",
                "<iframe src=https://a.com>",
                "<i><b>");
        var structures = Stream.of(
                "*a ".repeat(LENGTH / 6) + " b*".repeat(LENGTH / 6),
                "**a ".repeat(LENGTH / 8) + " b**".repeat(LENGTH / 8),
                "[".repeat(LENGTH / 2) + "a](b)".repeat(LENGTH / 10),
                "[".repeat(LENGTH / 2) + "]".repeat(LENGTH / 2),
                "![".repeat(LENGTH / 4) + "](a)".repeat(LENGTH / 8),
                "|" + "a|".repeat(LENGTH / 8) + "\n|" + "-|".repeat(LENGTH / 8) + "\n" + "|\n".repeat(LENGTH / 4),
                "|" + "a|".repeat(100) + "\n|" + "-|".repeat(100) + "\n" + "a\n".repeat(LENGTH / 2),
                ("|" + "a|".repeat(90) + "\n|" + "-|".repeat(90) + "\n" + "a\n".repeat(90) + "\n").repeat(LENGTH / 550),
                "<a" + " x".repeat(LENGTH / 2) + ">",
                "<a" + " x=y".repeat(LENGTH / 4) + ">b</a>",
                "<div>".repeat(LENGTH / 10) + "a" + "</div>".repeat(LENGTH / 10),
                "> ".repeat(LENGTH / 2) + "a",
                ("> ".repeat(50) + "a\n").repeat(LENGTH / 102),
                "`".repeat(LENGTH / 2) + " " + "`".repeat(LENGTH / 2 - 1),
                Stream.iterate("`", s -> s + "`").limit(600).reduce("", (a, b) -> a + " " + b),
                "https://a.com/" + "(".repeat(LENGTH / 2) + ")".repeat(LENGTH / 2),
                "[a](" + "(".repeat(LENGTH / 2) + ")".repeat(LENGTH / 2) + ")",
                "[a]: <" + "b".repeat(LENGTH),
                "@" + "明".repeat(LENGTH),
                "- ".repeat(LENGTH / 2) + "a",
                "<".repeat(LENGTH / 2) + "a>".repeat(LENGTH / 4),
                "*".repeat(LENGTH / 2) + "a" + "*".repeat(LENGTH / 2),
                "a" + " ".repeat(LENGTH) + "b",
                "a" + "\u00a0\n".repeat(LENGTH / 2) + "b",
                "[a](/b)*c* ".repeat(LENGTH / 11),
                "*[a*](/b) ".repeat(LENGTH / 10),
                "[a]: /b\n\n" + "[a]".repeat(LENGTH / 3));
        return Stream.concat(units.map(unit -> unit.repeat(LENGTH / unit.length())), structures);
    }

    /** Warm, or the first bomb pays for loading everything. */
    @BeforeAll
    static void warm() {
        MARKDOWN.render("# a\n\n*b* [c](d) | @e\n\n- [ ] f\n\n<u>g</u>".repeat(200), new SmallCircle());
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("bombs")
    void no_text_takes_long(String bomb) {
        // The processor's time, not the clock's: other tests may be running.
        var thread = ManagementFactory.getThreadMXBean();
        var began = thread.getCurrentThreadCpuTime();
        var rendered = MARKDOWN.render(bomb, new SmallCircle());
        var took = Duration.ofNanos(thread.getCurrentThreadCpuTime() - began);

        assertThat(took).as(() -> bomb.substring(0, 40)).isLessThan(MOST);
        assertThat(rendered.html().length()).isLessThan(LENGTH * 110);
    }

    /** One address of two thousand letters, and twenty-five thousand links to it by a label of one. */
    @Test
    void a_long_address_named_again_and_again_does_not_make_a_page_of_megabytes() {
        var definition = "[a]: https://example.com/" + "z".repeat(1900) + "\n\n";

        for (var link : new String[] {"[a] ", "![a] "}) {
            var html = MARKDOWN.render(definition + link.repeat(20_000), Context.none())
                    .html();

            assertThat(html.length()).isLessThan(3_000_000);
            assertThat(html).contains("https://example.com/zzz").containsPattern("a(</span>)?</p>\\n$");
        }
        assertThat(MARKDOWN.render(definition + "[a] ".repeat(5), Context.none())
                        .html()
                        .split("href=", -1))
                .hasSize(6);
    }
}
