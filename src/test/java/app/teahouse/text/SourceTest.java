package app.teahouse.text;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.text.Source.Found;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceTest {

    @Test
    void finds_pictures_and_links_but_not_in_code() {
        var source = new Source("""
                # T
                A ![one](pic/1.png "t") and [![two](2.png)](other.md#x) `![no](3.png)` **[b*](<a b.md>)**

                    ![no](4.png)

                > [late](
                > http://a.com/x_y\\)z) and <img width=3 src='5.png'> ![ref][r] https://bare.com <https://auto.com>

                ```
                [no](no.md)
                ```

                <p><a href="6.md">six</a></p>

                [r]: 7.png "x"
                """);

        assertThat(source.addresses())
                .extracting(Found::address)
                .containsExactly(
                        "pic/1.png", "2.png", "other.md#x", "a b.md", "http://a.com/x_y)z", "5.png", "6.md", "7.png");
        assertThat(source.addresses())
                .extracting(found -> source.markdown().substring(found.from(), found.to()))
                .contains("pic/1.png", "a b.md", "http://a.com/x_y\\)z", "5.png", "7.png");
        assertThat(source.addresses())
                .filteredOn(Found::shown)
                .extracting(Found::address)
                .containsExactly("pic/1.png", "2.png", "5.png", "7.png");
    }

    @Test
    void rewrites_addresses_and_nothing_else() {
        var text = "a  ![x](1.png 'T')\r\n[![y](2.png)](1.png)\n\n`1.png` ![z]( <1.png> )\n";

        var rewritten = new Source(text)
                .rewrite(found -> found.address().equals("1.png") ? Optional.of("/f/abc") : Optional.empty());

        assertThat(rewritten.markdown())
                .isEqualTo("a  ![x](/f/abc 'T')\r\n[![y](2.png)](/f/abc)\n\n`1.png` ![z]( </f/abc> )\n");
    }

    @Test
    void drops_a_first_heading_that_repeats_the_title() {
        assertThat(new Source("# The  *Title*\n\nText")
                        .withoutTitle("The Title")
                        .markdown())
                .isEqualTo("Text");
        assertThat(new Source("Title\n=====\n  * a").withoutTitle("Title").markdown())
                .isEqualTo("  * a");
        assertThat(new Source("# Title").withoutTitle("Title").markdown()).isEmpty();
        assertThat(new Source("# Other\n\nText").withoutTitle("Title").markdown())
                .startsWith("# Other");
        assertThat(new Source("Text\n\n# Title").withoutTitle("Title").markdown())
                .startsWith("Text");
    }

    @Test
    void joins_lines_that_an_editor_wrapped() {
        assertThat(joined("one\ntwo\n\nthree")).isEqualTo("one two\n\nthree");
        assertThat(joined("中文，\n下一行 *a*\nb")).isEqualTo("中文，下一行 *a* b");
        assertThat(joined("kept  \nline\\\nend")).isEqualTo("kept  \nline\\\nend");
        assertThat(joined("> a\n> b\n\n- c\n  d\n- e")).isEqualTo("> a b\n\n- c d\n- e");
        assertThat(joined("```\na\nb\n```\n\n| a |\n|---|\n| b |")).isEqualTo("```\na\nb\n```\n\n| a |\n|---|\n| b |");
        assertThat(joined("text\n![x](y.png)\ntext")).isEqualTo("text\n![x](y.png)\ntext");
        assertThat(joined("a\r\nb")).isEqualTo("a b");
    }

    private static String joined(String text) {
        return new Source(text).joined().markdown();
    }

    @Test
    void its_words_stand_without_their_marks_a_line_each_and_lists_keep_their_numbers() {
        assertThat(new Source(
                                "# Tea\n\nBe **kind** to [all](https://example.org).\nStay.\n\n3. One\n4. `Two`\n   - and *half*\n\n> Said\n\n```\ncode\n```")
                        .words())
                .isEqualTo("Tea\nBe kind to all.\nStay.\n3. One\n4. Two\nand half\nSaid\ncode");
        assertThat(new Source("").words()).isEmpty();
    }
}
