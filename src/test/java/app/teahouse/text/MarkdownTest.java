package app.teahouse.text;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.text.Rendered.Heading;
import org.junit.jupiter.api.Test;

class MarkdownTest {
    private static final String AWAY = " rel=\"nofollow ugc noopener\"";

    private final Markdown markdown = new Markdown();

    @Test
    void a_line_end_is_a_line_end() {
        assertThat(html("one\ntwo\n\nthree")).isEqualTo("<p>one<br>\ntwo</p>\n<p>three</p>\n");
    }

    @Test
    void headings_begin_at_the_second_level_and_leave_none_out() {
        var rendered = render("# Tea\n\n### Green tea\n\n# Tea\n\n#### *Black* tea");

        assertThat(rendered.html())
                .contains(
                        "<h2 id=\"h-tea\">Tea</h2>",
                        "<h3 id=\"h-green-tea\">",
                        "<h2 id=\"h-tea-2\">",
                        "<h3 id=\"h-black-tea\"><em>");
        assertThat(rendered.outline())
                .containsExactly(
                        new Heading(2, "h-tea", "Tea"),
                        new Heading(3, "h-green-tea", "Green tea"),
                        new Heading(2, "h-tea-2", "Tea"),
                        new Heading(3, "h-black-tea", "Black tea"));
        assertThat(html("### Only\n\n## Above")).contains("<h2 id=\"h-only\">", "<h2 id=\"h-above\">");
    }

    @Test
    void a_link_to_a_heading_finds_it() {
        assertThat(html("# 怎么 泡茶\n\n[见](#怎么-泡茶)")).contains("id=\"h-怎么-泡茶\"", "href=\"#h-怎么-泡茶\"");
    }

    @Test
    void links_to_other_sites_say_that_they_are_a_members_word() {
        assertThat(html("a [tea](https://example.com/a?b=c&d=e 'T') z"))
                .isEqualTo(
                        "<p>a <a href=\"https://example.com/a?b=c&amp;d=e\" title=\"T\"" + AWAY + ">tea</a> z</p>\n");
        assertThat(html("a [p](//example.com/x) z")).contains("href=\"https://example.com/x\"" + AWAY);
        assertThat(render("a [x](https://WWW.Example.com:8080/) z").hosts()).containsExactly("www.example.com");
    }

    @Test
    void links_within_the_site_are_plain() {
        assertThat(html("a [b](/c/tea/p/1) z")).isEqualTo("<p>a <a href=\"/c/tea/p/1\">b</a> z</p>\n");
        assertThat(html("a [b](https://tea.example.org/c/x) z")).doesNotContain("rel=");
        assertThat(html("a [b](other.md) z")).isEqualTo("<p>a b z</p>\n");
    }

    @Test
    void a_link_alone_becomes_a_card() {
        assertThat(html("https://www.example.com/watch?v=1"))
                .isEqualTo("<p class=\"link-card\"><a href=\"https://www.example.com/watch?v=1\"" + AWAY
                        + "><span class=\"link-title\">example.com</span>"
                        + " <span class=\"link-where\">example.com/watch?v=1</span></a></p>\n");
        assertThat(html("[On tea](https://example.com/tea)"))
                .contains("<span class=\"link-title\">On tea</span> <span class=\"link-where\">example.com</span>");
        assertThat(html("- https://example.com/tea")).doesNotContain("card");
        assertThat(html("https://tea.example.org/c/x")).doesNotContain("card");
        assertThat(render("https://example.com/tea").plain()).isEqualTo("example.com");
    }

    @Test
    void a_link_may_begin_on_the_next_line() {
        assertThat(html("见[公报](\nhttp://www.stats.gov.cn/a.html)。"))
                .isEqualTo("<p>见<a href=\"http://www.stats.gov.cn/a.html\"" + AWAY + ">公报</a>。</p>\n");
    }

    @Test
    void code_keeps_its_letters_and_known_languages() {
        assertThat(html("```java\nif (a < b && *c*) @tom https://a.com\n```"))
                .isEqualTo(
                        "<pre><code class=\"language-java\">if (a &lt; b &amp;&amp; *c*) @tom https://a.com\n</code></pre>\n");
        assertThat(html("```hack\" onclick=x\na\n```")).isEqualTo("<pre><code>a\n</code></pre>\n");
        assertThat(html("`@tom **a**`")).isEqualTo("<p><code>@tom **a**</code></p>\n");
    }

    @Test
    void tables_scroll_by_themselves_and_have_a_name() {
        assertThat(html("| a | b |\n|---|--:|\n| 1 | 2 |"))
                .contains(
                        "<div class=\"table-wrap\" tabindex=\"0\" role=\"region\" aria-label=\"a · b\">",
                        "<td align=\"right\">2</td>");
        assertThat(html("<table><tr><td>x</td></tr></table>"))
                .startsWith("<div class=\"table-wrap\" tabindex=\"0\"><table>");
    }

    @Test
    void a_heading_cell_that_says_nothing_is_no_heading() {
        assertThat(html("|  | tea |\n|--|--:|\n| cups | 2 |"))
                .contains("<td></td>", "<th align=\"right\">tea</th>")
                .doesNotContain("<th></th>");
        assertThat(html("<table><tr><th align=left> <b></b></th><th><i>x</i></th></tr></table>"))
                .contains("<td align=\"left\"> <b></b></td>", "<th><i>x</i></th>");
    }

    @Test
    void tasks_are_checkboxes_with_labels() {
        assertThat(html("- [ ] pour **water**\n- [x] wait\n- plain"))
                .contains(
                        "<li class=\"task-item\"><label class=\"task\"><input type=\"checkbox\" disabled>pour <strong>water</strong></label>")
                .contains("<input type=\"checkbox\" disabled checked>wait</label>")
                .contains("<li>plain</li>");
    }

    @Test
    void mentions_lead_to_members_and_are_told_once() {
        var rendered = render("@tom and @tom, @7. tom@tom.com, x@tom @tomato `@tom` [@tom](/x)");

        assertThat(rendered.html())
                .startsWith("<p><a class=\"mention\" href=\"/c/tea/m/9\">@tom</a> and <a")
                .contains("<a class=\"mention\" href=\"/c/tea/m/7\">@小明</a>. tom@tom.com, x@tom @tomato <code>");
        assertThat(rendered.mentions()).extracting(Mention::number).containsExactly(9L, 7L);
    }

    @Test
    void names_are_known_before_rendering() {
        assertThat(markdown.names("@小明你 @tom-b a@b.c")).containsExactly("小明你", "小明", "小", "tom-b", "tom");
    }

    @Test
    void own_pictures_have_dimensions_and_sizes() {
        var rendered = render("![A cup](/f/" + SmallCircle.PICTURE + " \"My cup\")");

        assertThat(rendered.html())
                .startsWith("<figure class=\"picture\"><img src=\"/f/" + SmallCircle.PICTURE + "\" srcset=\"/f/"
                        + SmallCircle.PICTURE + "/480 480w\"")
                .contains("alt=\"A cup\" width=\"1600\" height=\"1200\" loading=\"lazy\" decoding=\"async\">")
                .contains("<figcaption>My cup</figcaption></figure>");
        assertThat(rendered.pictures()).containsExactly(new Rendered.Picture(SmallCircle.PICTURE, "A cup", true));
        assertThat(html("in ![a](/f/" + SmallCircle.PICTURE + ") line"))
                .startsWith("<p>in <img")
                .endsWith("> line</p>\n");
        assertThat(html("![a](https://tea.example.org/f/" + SmallCircle.PICTURE + ")"))
                .contains("<img");
        assertThat(html("![a cup](/f/" + SmallCircle.GONE + ")"))
                .isEqualTo("<figure class=\"picture-gone\">a cup</figure>\n");
    }

    @Test
    void pictures_at_other_hosts_are_never_loaded() {
        var rendered = render("Look:\n![A cup](https://cdn.example.com/cup.png)\nNice");

        assertThat(rendered.html())
                .doesNotContain("<img")
                .contains(
                        "</p><figure class=\"picture-away\"><a class=\"picture-link\" href=\"https://cdn.example.com/cup.png\""
                                + AWAY
                                + "><span class=\"picture-alt\">A cup</span> <span class=\"picture-host\">cdn.example.com</span></a></figure><p>");
        assertThat(rendered.pictures())
                .containsExactly(new Rendered.Picture("https://cdn.example.com/cup.png", "A cup", false));
        assertThat(html("[![b](https://a.com/b.svg)](https://b.com)"))
                .isEqualTo("<p><a href=\"https://b.com\"" + AWAY
                        + "><span class=\"picture-away\"><span class=\"picture-alt\">b</span>"
                        + " <span class=\"picture-host\">a.com</span></span></a></p>\n");
        assertThat(html("<img src='https://a.com/x.png' onerror='alert(1)'>")).doesNotContain("<img", "alert");
        assertThat(html("<picture><source srcset='https://a.com/x'><img src='//a.com/x.png'></picture>"))
                .doesNotContain("<img", "srcset");
    }

    @Test
    void media_play_in_place() {
        assertThat(html("![My song](/f/" + SmallCircle.SONG + ")"))
                .isEqualTo(
                        "<figure class=\"player\"><audio class=\"player-audio\" controls preload=\"metadata\" src=\"/f/"
                                + SmallCircle.SONG
                                + "\" data-file=\"" + SmallCircle.SONG
                                + "\" aria-label=\"My song\"></audio><figcaption>My song</figcaption></figure>\n");
        assertThat(html("Look\n[film](/f/" + SmallCircle.FILM + ")"))
                .contains("<video", "width=\"640\" height=\"360\"></video>");
        assertThat(html("in [film](/f/" + SmallCircle.FILM + ") line")).doesNotContain("<video");
    }

    @Test
    void other_files_are_cards() {
        assertThat(html("[The report](/f/" + SmallCircle.REPORT + ")"))
                .isEqualTo("<p class=\"file-card\"><a class=\"file-link\" href=\"/f/" + SmallCircle.REPORT
                        + "\" download=\"report.pdf\"><span class=\"file-name\">The report</span>"
                        + " <span class=\"file-about\">PDF · 1.2 MB</span></a></p>\n");
    }

    @Test
    void players_of_other_sites_are_cards() {
        var rendered = render("<iframe src=\"https://v.example.com/p?id=1\" width=9><p>x</p></iframe>\n\nafter");

        assertThat(rendered.html())
                .doesNotContain("iframe")
                .contains("class=\"link-card\"", "href=\"https://v.example.com/p?id=1\"", "<p>after</p>");
        assertThat(rendered.plain()).isEqualTo("after");
        assertThat(html("<video controls><source src=\"https://a.com/x.mp4\"></video>"))
                .contains("link-out")
                .doesNotContain("<video");
    }

    @Test
    void harmless_html_stays() {
        assertThat(html("<u>a</u> H<sub>2</sub>O <kbd>Ctrl</kbd> <ruby>茶<rt>chá</rt></ruby>"))
                .isEqualTo("<p><u>a</u> H<sub>2</sub>O <kbd>Ctrl</kbd> <ruby>茶<rt>chá</rt></ruby></p>\n");
        assertThat(html("<details><summary>More</summary>\n\ntext\n\n</details>"))
                .contains("<details><summary>More</summary>", "<p>text</p>");
        assertThat(html("<h1 align=center>Big</h1>")).isEqualTo("<p>Big</p>\n");
    }

    private Rendered render(String text) {
        return markdown.render(text, new SmallCircle());
    }

    private String html(String text) {
        return render(text).html();
    }
}
