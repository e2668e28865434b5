package app.teahouse.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RenderedTest {
    private final Markdown markdown = new Markdown();

    @Test
    void plain_has_all_words_and_no_marks() {
        var plain = plain(
                "# Tea\n\nA **good** cup\nof [tea](/x) `code` <u>u</u>\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n![alt](https://a.com/x.png)");

        assertThat(plain).isEqualTo("Tea\nA good cup\nof tea code u\none\ntwo\na · b / 1 · 2");
    }

    @Test
    void cells_and_rows_of_a_table_stay_apart_in_an_excerpt() {
        var table = "Before\n\n| 材料 | 克 |\n|---|---|\n| 高筋粉 | 250 |\n| **牛奶** | 165 |\n| | 40 |\n\nAfter";

        assertThat(excerpt(table, 120)).isEqualTo("Before 材料 · 克 / 高筋粉 · 250 / 牛奶 · 165 / 40 After");
        assertThat(excerpt(table, 20)).isEqualTo("Before 材料 · 克 / 高筋粉…");
    }

    @Test
    void excerpts_end_with_a_sentence_if_one_is_near() {
        assertThat(excerpt("春天喝绿茶。夏天喝白茶。秋天喝乌龙茶，冬天喝红茶。", 16)).isEqualTo("春天喝绿茶。夏天喝白茶。");
        assertThat(excerpt("One two. Three four five.", 12)).isEqualTo("One two.");
    }

    @Test
    void excerpts_cut_no_word_and_no_character() {
        assertThat(excerpt("Drinking tea slowly", 15)).isEqualTo("Drinking tea…");
        assertThat(excerpt("春天喝绿茶夏天喝白茶", 6)).isEqualTo("春天喝绿茶…");
        assertThat(excerpt("家人👨‍👩‍👧‍👦一起", 6)).isEqualTo("家人…");
        assertThat(excerpt("😀😀😀😀", 3)).isEqualTo("😀😀…");
        assertThat(excerpt("x".repeat(500), 10)).isEqualTo("x".repeat(9) + "…");
    }

    @Test
    void short_texts_are_their_own_excerpt() {
        assertThat(excerpt("# A\n\nb", 120)).isEqualTo("A b");
        assertThat(excerpt("", 120)).isEmpty();
    }

    private String plain(String text) {
        return markdown.render(text, Context.none()).plain();
    }

    private String excerpt(String text, int most) {
        return markdown.render(text, Context.none()).excerpt(most);
    }
}
