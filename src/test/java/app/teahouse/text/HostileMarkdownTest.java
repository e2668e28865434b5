package app.teahouse.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileMarkdownTest {
    private static final Markdown MARKDOWN = new Markdown();

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

    private static void assertHost(String address, String host) {
        assertThat(Addresses.safe(address).flatMap(Addresses::host)).hasValue(host);
    }

    private static String render(String text) {
        return MARKDOWN.render(text, new SmallCircle()).html();
    }
}
