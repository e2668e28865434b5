package app.teahouse.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.analysis.Pinyin.Fit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    void titles_are_typed_in_pinyin_from_any_word_and_names_from_any_character() {
        assertThat(Pinyin.of("西湖龙井")).containsExactly("xihulongjing.2244", "xhlj.1111", "longjing.44", "lj.11");
        assertThat(Pinyin.ofName("王小明")).contains("wangxiaoming.444", "wxm.111", "xiaoming.44", "ming.4");
        assertThat(Pinyin.of("适合插花")).noneMatch(reading -> reading.startsWith("hecha"));
        assertThat(Pinyin.of("Tea")).isEmpty();
    }

    @Test
    void pinyin_fits_where_a_syllable_ends_or_is_only_begun() {
        assertThat(Pinyin.fit("hecha.23", "hecha")).isEqualTo(Fit.WHOLE);
        assertThat(Pinyin.fit("hechaye.233", "hecha")).isEqualTo(Fit.WHOLE);
        assertThat(Pinyin.fit("hechangtuan.254", "hecha")).isEqualTo(Fit.OTHER);
        assertThat(Pinyin.fit("xian.4", "xi")).isEqualTo(Fit.OTHER);
        assertThat(Pinyin.fit("xian.22", "xi")).isEqualTo(Fit.WHOLE);
        assertThat(Pinyin.fit("longjing.44", "longj")).isEqualTo(Fit.BEGUN);
        assertThat(Pinyin.fit("xihulongjing.2244", "xihulon")).isEqualTo(Fit.BEGUN);
        assertThat(Pinyin.fit("xhlj.1111", "xhl")).isEqualTo(Fit.WHOLE);
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
    void tags_part_words_where_blocks_end_and_nowhere_else() {
        assertThat(
                        PlainWords.of(
                                "<h2 id=\"a\">Tea</h2><p>one<br>two<span>three</span></p>\n<pre><code>a &lt;b&gt;</code></pre>"))
                .isEqualTo("Tea one twothree a <b>");
        assertThat(PlainWords.of("a & b &unknown; &#xZZ; &#x4f60;&#22909; 1 < 2"))
                .isEqualTo("a & b &unknown; &#xZZ; 你好 1 < 2");
        assertThat(PlainWords.of("<blockquote>q</blockquote><parts>w</parts>ord"))
                .isEqualTo("q word");
        assertThat(PlainWords.of("")).isEmpty();
    }

    @Test
    void a_text_that_is_read_in_stretches_has_the_same_words() {
        var text = "泡茶用山泉水，水温九十度。Don't use C++ or node.js for it; 用Java写 2.5 克，".repeat(40);
        var tokens = new ArrayList<String>();
        for (var from = 0; from < text.length(); ) {
            var to = Analysis.gap(text, Math.min(text.length(), from + 50), text.length());
            for (var token : Analysis.tokens(text.substring(from, to))) {
                tokens.add(token.term() + "@" + (from + token.start()) + "-" + (from + token.end()));
            }
            from = to;
        }

        assertThat(tokens)
                .isEqualTo(Analysis.tokens(text).stream()
                        .map(token -> token.term() + "@" + token.start() + "-" + token.end())
                        .toList());
    }

    /** Marks these words as they are. */
    private static Marks marking(String... words) {
        return new Marks() {
            @Override
            public @Nullable String of(Token token) {
                return List.of(words).contains(token.term()) ? token.term() : null;
            }

            @Override
            public int words() {
                return words.length;
            }
        };
    }

    @Test
    void a_passage_far_down_a_long_text_is_found_and_of_equal_ones_the_first() {
        var text =
                "spring is here. " + "x ".repeat(3_000) + "oolong in spring, and " + "oolong of spring, ".repeat(300);
        var passage = Passage.best(text, marking("oolong", "spring"), 60);

        assertThat(passage.text()).contains("oolong in spring");
        assertThat(Passage.best(text, marking("oolong", "spring", "nowhere"), 60)
                        .text())
                .contains("oolong in spring");
        assertThat(Passage.best(text, marking("nowhere"), 60).text()).startsWith("spring is here.");
    }

    @Test
    void a_passage_shows_where_most_of_it_stands() {
        var text = "x ".repeat(200) + "The oolong of spring is oolong. " + "y ".repeat(200);
        var passage = Passage.best(text, marking("oolong", "spring"), 80);

        assertThat(passage.text()).startsWith("…").endsWith("…").contains("oolong of spring");
        assertThat(passage.pieces())
                .filteredOn(Passage.Piece::marked)
                .extracting(Passage.Piece::text)
                .contains("oolong", "spring");
        assertThat(Passage.best("短文", marking("短文"), 80).pieces()).containsExactly(new Passage.Piece("短文", true));
    }
}
