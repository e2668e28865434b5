package app.teahouse.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseMarkdownTest {
    private final Markdown markdown = new Markdown();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            **注意：**然后            | <strong>注意：</strong>然后
            **“引号”**后文            | <strong>“引号”</strong>后文
            前文**“引号”**后文        | 前文<strong>“引号”</strong>后文
            **重点。**下一句          | <strong>重点。</strong>下一句
            这是**加粗**的            | 这是<strong>加粗</strong>的
            这是*《书名》*的          | 这是<em>《书名》</em>的
            **《书》**和**（注）**。  | <strong>《书》</strong>和<strong>（注）</strong>。
            **"quote"**后文           | <strong>&quot;quote&quot;</strong>后文
            **`code`**后文            | <strong><code>code</code></strong>后文
            **恭喜🎉**大家            | <strong>恭喜🎉</strong>大家
            ~~旧。~~新                | <del>旧。</del>新
            **a **b                   | **a **b
            ***都***有                | <em><strong>都</strong></em>有
            100~200和300~400，好的~   | 100~200和300~400，好的~
            snake_case_name           | snake_case_name
            5*3*2                     | 5<em>3</em>2
            """)
    void emphasis_works_beside_chinese_punctuation(String text, String html) {
        assertThat(html(text)).isEqualTo("<p>" + html + "</p>\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            *foo bar*            | <em>foo bar</em>
            a * foo bar*         | a * foo bar*
            a*"foo"*             | a*&quot;foo&quot;*
            foo*bar*             | foo<em>bar</em>
            _foo bar_            | <em>foo bar</em>
            foo_bar_             | foo_bar_
            _(bar)_.             | <em>(bar)</em>.
            **foo*bar**          | <strong>foo*bar</strong>
            *foo**bar**baz*      | <em>foo<strong>bar</strong>baz</em>
            *foo**bar*           | <em>foo**bar</em>
            ***foo** bar*        | <em><strong>foo</strong> bar</em>
            *foo **bar***        | <em>foo <strong>bar</strong></em>
            foo***bar***baz      | foo<em><strong>bar</strong></em>baz
            **foo [bar](/url)**  | <strong>foo <a href="/url">bar</a></strong>
            *foo _bar* baz_      | <em>foo _bar</em> baz_
            ****foo****          | <strong><strong>foo</strong></strong>
            """)
    void emphasis_elsewhere_is_as_common_mark_says(String text, String html) {
        assertThat(html(text)).isEqualTo("<p>" + html + "</p>\n");
    }

    @Test
    void addresses_end_where_chinese_goes_on() {
        assertLink("见https://example.com/a，然后", "https://example.com/a", "，然后");
        assertLink("见https://example.com/a。", "https://example.com/a", "。");
        assertLink("见https://example.com/a看看", "https://example.com/a", "看看");
        assertLink("（见https://example.com/a）", "https://example.com/a", "）");
        assertLink("see https://example.com/a_(b)).", "https://example.com/a_(b)", ").");
        assertLink("x www.example.com/a, b", "www.example.com/a", ", b");
        assertLink("a **https://example.com/?a=1&b=2**", "https://example.com/?a=1&amp;b=2", "</strong>");
        assertThat(html("ahttps://example.com xhttp://")).doesNotContain("<a");
        assertThat(html("<a href=\"/x\">https://a.com @tom</a>"))
                .isEqualTo("<p><a href=\"/x\">https://a.com @tom</a></p>\n");
    }

    @Test
    void the_longest_name_is_mentioned_when_chinese_goes_on() {
        assertThat(html("@小明你好")).isEqualTo("<p><a class=\"mention\" href=\"/c/tea/m/7\">@小明</a>你好</p>\n");
        assertThat(html("你好@小明明，")).contains("/m/8\">@小明明</a>，");
        assertThat(html("＠小明")).contains("/m/7\">@小明</a>");
        assertThat(html("@小王")).isEqualTo("<p>@小王</p>\n");
    }

    @Test
    void reading_time_counts_characters_and_words() {
        assertThat(render("茶".repeat(2000)).minutes()).isEqualTo(5);
        assertThat(render("tea ".repeat(660)).minutes()).isEqualTo(3);
        assertThat(render("喝茶 and it's 3.5 cups.").words()).isEqualTo(2 + 4);
        assertThat(render("").minutes()).isEqualTo(1);
    }

    private static final String AWAY = "\" rel=\"nofollow ugc noopener\">";

    private void assertLink(String text, String shown, String after) {
        assertThat(html(text)).contains(AWAY + shown + "</a>" + after);
    }

    private Rendered render(String text) {
        return markdown.render(text, new SmallCircle());
    }

    private String html(String text) {
        return render(text).html();
    }
}
