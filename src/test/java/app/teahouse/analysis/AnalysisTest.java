package app.teahouse.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnalysisTest {

    private static List<String> terms(String text) {
        return Analysis.tokens(text).stream().map(Token::term).toList();
    }

    @Test
    void han_becomes_characters_and_pairs() {
        assertThat(terms("龙井茶")).containsExactlyInAnyOrder("龙", "井", "茶", "龙井", "井茶");
        assertThat(terms("茶")).containsExactly("茶");
    }

    @Test
    void traditional_characters_and_wide_letters_are_the_same_words() {
        assertThat(terms("機器學習")).isEqualTo(terms("机器学习"));
        assertThat(terms("ＡＩ　２０２６")).containsExactly("ai", "2026");
        assertThat(terms("Café CAFÉ ｃａｆｅ")).containsExactly("cafe", "cafe", "cafe");
    }

    @Test
    void mixed_text_is_cut_where_the_script_changes() {
        assertThat(terms("用Java写GC调优")).contains("java", "gc", "用", "写", "调优");
        assertThat(terms("C++ and C# in node.js")).contains("cplusplus", "csharp", "node", "js");
    }

    @Test
    void places_are_those_of_the_text_as_it_was_written() {
        var text = "他說ＡＢＣ。";
        var word = Analysis.tokens(text).stream()
                .filter(token -> token.term().equals("abc"))
                .findFirst()
                .orElseThrow();

        assertThat(text.substring(word.start(), word.end())).isEqualTo("ＡＢＣ");
    }

    @Test
    void english_words_share_their_stem() {
        assertThat(Analysis.stem("communities")).isEqualTo(Analysis.stem("community"));
        assertThat(Analysis.stem("brewing")).isEqualTo("brew");
        assertThat(Analysis.stem("普洱")).isEqualTo("普洱");
    }

    @Test
    void names_are_typed_in_pinyin_from_any_character_or_by_initials() {
        assertThat(Pinyin.of("西湖龙井")).contains("xihulongjing", "longjing", "xhlj", "lj");
        assertThat(Pinyin.of("Tea")).isEmpty();
    }

    @Test
    void slips_of_the_finger_are_counted() {
        assertThat(Closeness.slips("oolong", "oolnog", 2)).isEqualTo(1);
        assertThat(Closeness.slips("oolong", "olong", 2)).isEqualTo(1);
        assertThat(Closeness.slips("oolong", "pu'er", 2)).isGreaterThan(2);
    }

    @Test
    void the_words_of_a_page_are_plain() {
        assertThat(PlainWords.of("<p>Tea &amp; <strong>wat</strong>er</p><ul><li>90&#160;°C</li></ul>"))
                .isEqualTo("Tea & water 90 °C");
    }

    @Test
    void a_passage_shows_where_most_of_it_stands() {
        var text = "x ".repeat(200) + "The oolong of spring is oolong. " + "y ".repeat(200);
        var passage = Passage.best(text, token -> List.of("oolong", "spring").contains(token.term()), 80);

        assertThat(passage.text()).startsWith("…").endsWith("…").contains("oolong of spring");
        assertThat(passage.pieces())
                .filteredOn(Passage.Piece::marked)
                .extracting(Passage.Piece::text)
                .contains("oolong", "spring");
        assertThat(Passage.best("短文", token -> true, 80).pieces()).containsExactly(new Passage.Piece("短文", true));
    }
}
