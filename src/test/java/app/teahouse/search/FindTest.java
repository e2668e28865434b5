package app.teahouse.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Member;
import app.teahouse.members.SomeCircles;
import app.teahouse.tags.MakeTag;
import app.teahouse.testing.TeahouseTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TeahouseTest
class FindTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeSearches searches;

    @Autowired
    MakeTag makeTag;

    private Member circleWith(String... titlesAndTexts) {
        var owner = circles.someOwner();
        for (var i = 0; i < titlesAndTexts.length; i += 2) {
            posts.somePost(owner.member(), titlesAndTexts[i], titlesAndTexts[i + 1]);
        }
        searches.index();
        return owner.member();
    }

    @Test
    void words_of_one_and_two_characters_are_found_exactly() {
        var member = circleWith("春茶", "今年的春茶上市了。", "春天", "花开了，出去走走。", "绿茶", "一杯绿的。");

        assertThat(searches.titles(member, "茶")).containsExactlyInAnyOrder("春茶", "绿茶");
        assertThat(searches.titles(member, "春茶")).containsExactly("春茶");
        assertThat(searches.titles(member, "上市")).containsExactly("春茶");
    }

    @Test
    void traditional_simplified_and_width_are_alike() {
        var member = circleWith("機器學習入門", "從零開始。", "Ｊａｖａ　笔记", "关于虚拟线程。");

        assertThat(searches.titles(member, "机器学习")).containsExactly("機器學習入門");
        assertThat(searches.titles(member, "java")).containsExactly("Ｊａｖａ　笔记");
        assertThat(searches.titles(member, "虛擬線程")).containsExactly("Ｊａｖａ　笔记");
    }

    @Test
    void a_name_that_no_lexicon_knows_stays_together() {
        var member = circleWith("沈从文的边城", "湘西。", "从前", "文字里的茶，沈在水底。");

        assertThat(searches.titles(member, "沈從文")).containsExactly("沈从文的边城");
    }

    @Test
    void english_is_found_in_all_its_forms_and_in_mixed_text() {
        var member = circleWith("Brewing oolong", "Communities of tea lovers.", "用Redis做缓存", "热点数据的过期策略。");

        assertThat(searches.titles(member, "brew community")).containsExactly("Brewing oolong");
        assertThat(searches.titles(member, "redis缓存")).containsExactly("用Redis做缓存");
        assertThat(searches.titles(member, "缓存 REDIS")).containsExactly("用Redis做缓存");
    }

    @Test
    void pinyin_and_initials_find_titles_and_names() {
        var owner = circles.someOwner();
        posts.somePost(owner.member(), "西湖龙井怎么泡", "水温八十五度。");
        circles.join(owner, people.someone("王小明"));
        searches.index();

        assertThat(searches.titles(owner.member(), "longjing")).containsExactly("西湖龙井怎么泡");
        assertThat(searches.titles(owner.member(), "xi hu long jing")).containsExactly("西湖龙井怎么泡");
        assertThat(searches.titles(owner.member(), "xhlj")).containsExactly("西湖龙井怎么泡");
        assertThat(searches.titles(owner.member(), "wangxiaom")).containsExactly("@王小明");
        assertThat(searches.titles(owner.member(), "王小明")).containsExactly("@王小明");
        assertThat(searches.titles(owner.member(), "小明")).containsExactly("@王小明");
        assertThat(searches.titles(owner.member(), "xiaoming")).containsExactly("@王小明");
    }

    /** Before, it found whatever had these letters in a row: across two words, or within a longer syllable. */
    @Test
    void pinyin_of_two_syllables_means_whole_ones_that_begin_with_a_word() {
        var owner = circles.someOwner();
        posts.somePost(owner.member(), "晚上喝茶", "睡得着吗？");
        posts.somePost(owner.member(), "适合插花的瓶子", "口小一点。");
        posts.somePost(owner.member(), "合唱团招新", "周三晚上。");
        searches.index();

        assertThat(searches.titles(owner.member(), "hecha")).containsExactly("晚上喝茶");
        assertThat(searches.titles(owner.member(), "chahua")).containsExactly("适合插花的瓶子");
        assertThat(searches.titles(owner.member(), "hechang")).containsExactly("合唱团招新");
    }

    @Test
    void a_slip_of_the_finger_is_understood_unless_the_word_is_meant_exactly() {
        var member = circleWith("Gaiwan for beginners", "Pour from high.", "Kettle", "Cast iron.");
        var found = searches.find(member, "gaiwna");

        assertThat(found.corrected()).isEqualTo("gaiwan");
        assertThat(searches.find(member, "Gáiwna").corrected()).isEqualTo("gaiwan");
        assertThat(searches.titles(member, "gaiwna")).containsExactly("Gaiwan for beginners");
        assertThat(searches.titles(member, Wish.of(Map.of("q", "gaiwna", "exact", "1"))))
                .isEmpty();
    }

    @Test
    void quotation_marks_keep_words_together() {
        var member = circleWith("One", "black tea is warm", "Two", "tea that is black", "三", "红茶与绿茶", "四", "绿色的红茶壶与茶");

        assertThat(searches.titles(member, "\"black tea\"")).containsExactly("One");
        assertThat(searches.titles(member, "black tea")).containsExactlyInAnyOrder("One", "Two");
        assertThat(searches.titles(member, "“红茶与绿”")).containsExactly("三");
    }

    @Test
    void where_nothing_has_all_words_some_do() {
        var member = circleWith("武夷岩茶", "岩骨花香。", "普洱", "越陈越香。");
        var found = searches.find(member, "岩茶 紫砂壶");

        assertThat(found.some()).isTrue();
        assertThat(searches.titles(member, "岩茶 紫砂壶")).containsExactly("武夷岩茶");
        assertThat(searches.find(member, "完全没有的东西").page()).isEmpty();
    }

    @Test
    void titles_go_before_texts_and_facets_narrow_it_down() {
        var owner = circles.someOwner();
        var writer = circles.join(owner, people.someone("Writer"));
        makeTag.make(circles.staff(owner), "Oolong");
        posts.somePost(owner.member(), "Something else", "A word on yixing at the very end.");
        posts.write(writer, "Yixing clay", "All about pots.", List.of("Oolong"), null);
        searches.index();
        var all = searches.find(owner.member(), "yixing");

        assertThat(searches.titles(owner.member(), "yixing")).containsExactly("Yixing clay", "Something else");
        assertThat(all.whole()).isTrue();
        assertThat(searches.titles(owner.member(), Wish.of(Map.of("q", "yixing", "tag", "oolong"))))
                .containsExactly("Yixing clay");
        assertThat(searches.titles(
                        owner.member(),
                        Wish.of(Map.of(
                                "q",
                                "yixing",
                                "author",
                                "" + owner.member().standing().number()))))
                .containsExactly("Something else");
        assertThat(searches.titles(owner.member(), Wish.of(Map.of("q", "yixing", "kind", "comment"))))
                .isEmpty();
        assertThat(searches.titles(owner.member(), Wish.of(Map.of("q", "yixing", "tag", "nobody's"))))
                .isEmpty();
        assertThat(searches.titles(owner.member(), Wish.of(Map.of("q", "yixing", "time", "week"))))
                .hasSize(2);
        assertThat(searches.titles(owner.member(), "oolong")).contains("Yixing clay");
    }

    @Test
    void pages_show_everything_once_whatever_is_written_meanwhile() {
        for (var order : List.of("best", "newest")) {
            var owner = circles.someOwner();
            for (var i = 1; i <= 57; i++) {
                posts.somePost(owner.member(), "Leaf " + i, "About leaves, " + "again ".repeat(i % 7));
            }
            searches.index();
            var seen = new ArrayList<String>();
            var wish = Wish.of(Map.of("q", "leaf", "order", order));
            var pages = 0;
            for (var more = true; more; pages++) {
                var found = searches.find(owner.member(), wish);
                found.page().forEach(hit -> seen.add(hit.id().toString()));
                posts.somePost(owner.member(), "Leaf in between", "Leaf leaf leaf");
                searches.index();
                more = found.next() != null;
                wish = wish.before(found.next());
            }

            assertThat(pages).as(order).isEqualTo(3);
            assertThat(new HashSet<>(seen)).as(order).hasSize(57);
            assertThat(seen).as(order).hasSize(57);
        }
    }

    @Test
    void signs_that_mean_something_to_postgresql_mean_nothing_here() {
        var member = circleWith("It's a test", "back\\slash & (brackets) | 'quotes' : * <-> !");

        assertThat(searches.titles(member, "it's")).containsExactly("It's a test");
        for (var odd : List.of(
                "'", "\\", "a' & 'b", "()", "<->", ":*", "!test", "\"", "“”", "-", "%", "🍵", "𠮷野家", "..", "test:*")) {
            assertThat(searches.titles(member, odd)).as(odd).hasSizeLessThan(2);
        }
        assertThat(searches.titles(member, "x".repeat(5_000))).isEmpty();
    }
}
