package app.teahouse.formats;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.books.Hostile;
import app.teahouse.text.Context;
import app.teahouse.text.Markdown;
import app.teahouse.text.Node;
import org.junit.jupiter.api.Test;

class MarkupTest {

    @Test
    void html_becomes_the_markdown_that_says_the_same() {
        assertThat(Markup.markdown("<p>one <b> two </b>three<br>four</p><p></p><h1>Five</h1>"))
                .isEqualTo("one **two** three\nfour\n\n## Five");
        assertThat(Markup.markdown("<ul><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ul>"))
                .isEqualTo("- a\n  - b\n- c\n\n  d");
        assertThat(Markup.markdown("<blockquote><p>a</p><p>b</p></blockquote>")).isEqualTo("> a\n>\n> b");
        assertThat(Markup.markdown("<table><tr><th>a</th><th>b|c</th></tr><tr><td>1</td></tr></table>"))
                .isEqualTo("| a | b\\|c |\n| --- | --- |\n| 1 |  |");
        assertThat(Markup.markdown("<pre><code class=\"hl language-java\">a\n```\n&lt;b&gt;</code></pre>"))
                .isEqualTo("````java\na\n```\n<b>\n````");
        assertThat(Markup.markdown("<iframe src=\"//video.example.com/1\"></iframe><style>p{}</style>"))
                .isEqualTo("[https://video.example.com/1](https://video.example.com/1)");
    }

    @Test
    void words_that_look_like_marks_stay_words() {
        for (var words : new String[] {
            "# no heading",
            "1. no list",
            "- no list",
            "* neither",
            "> no quotation",
            "a *b* _c_ `d` [e](f) <g>",
            "~~h~~ &amp; \\i",
            "| j | k |",
            "+ l",
            "===",
            "---"
        }) {
            var html = "<p>" + words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</p>";
            var rendered = new Markdown().render(Markup.markdown(html), Context.none());
            assertThat(Node.tree(rendered.html()).text().strip()).as(words).isEqualTo(words);
        }
    }

    @Test
    void hostile_html_makes_text_that_renders_safely() {
        for (var text : Hostile.TEXTS) {
            var html =
                    new Markdown().render(Markup.markdown(text), Context.none()).html();
            assertThat(html).doesNotContain("<script", "=\"javascript:", "onerror=");
        }
    }
}
