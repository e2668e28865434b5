package app.teahouse.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words in any dress, links, contact details and copies are found; what only looks so is not. */
@Tag("once")
class MatchingTest {

    private static List<String> words(String text, String... words) {
        var list = WordList.of(List.of(words).stream()
                .map(word -> word.startsWith("!")
                        ? new WordList.Entry(0, word.substring(1), true)
                        : new WordList.Entry(0, word, false))
                .toList());
        return list.find(Plain.of(text), 50).stream()
                .map(hit -> text.substring(hit.from(), hit.to()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "加我微信聊",
                "加我微 信聊",
                "加我微-信聊",
                "加我微*.*信聊",
                "加我微\u200b信聊",
                "加我微\u200d\u2060信聊",
                "加我\u202e信微\u202c聊",
                "加我微\n信聊",
                "加我微️信聊",
                "加我⽤微信",
                "加我&#24494;&#x4fe1;",
                "加我微&shy;信"
            })
    void a_word_of_han_is_found_in_every_dress(String text) {
        assertThat(words(text, "微信")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "free casino now",
                "CASINO",
                "ｃａｓｉｎｏ",
                "c a s i n o",
                "c.a.s.i.n.o",
                "саsіnо",
                "c4sino casin0",
                "𝒄𝒂𝒔𝒊𝒏𝒐",
                "cásinò",
                "🅲🅰🆂🅸🅽🅾",
                "ca\u00adsi\u200bno",
                "ca$ino"
            })
    void a_latin_word_is_found_in_every_dress(String text) {
        assertThat(words(text, "casino")).isNotEmpty();
    }

    @Test
    void traditional_characters_are_those_they_became() {
        assertThat(words("請加我的電話", "电话")).containsExactly("電話");
        assertThat(words("请加我的电话", "電話")).containsExactly("电话");
    }

    @Test
    void a_latin_word_stands_by_itself_unless_a_star_says_otherwise() {
        assertThat(words("classic classes", "ass")).isEmpty();
        assertThat(words("classic classes", "*ass*")).hasSize(2);
        assertThat(words("casinos", "casino")).isEmpty();
        assertThat(words("casinos", "casino*")).hasSize(1);
        assertThat(words("加vip群", "加v")).isEmpty();
        assertThat(words("加v：abc", "加v")).hasSize(1);
        assertThat(words("or ange", "orange")).isEmpty();
        assertThat(words("freemoney, free  money", "free money")).hasSize(2);
    }

    @Test
    void what_is_excepted_is_not_found() {
        assertThat(words("我不加微信，你加微信吗", "加微信", "!不加微信")).containsExactly("加微信");
    }

    /** Against the plainest way of looking, over texts of a small alphabet in which words overlap and lie within each other. */
    @Test
    void the_automaton_finds_what_looking_everywhere_finds() {
        var seed = 20261123L;
        var random = new Random(seed);
        for (var round = 0; round < 300; round++) {
            var words = new ArrayList<String>();
            for (var i = 0; i < 1 + random.nextInt(12); i++) {
                words.add(some(random, 1 + random.nextInt(4)));
            }
            var all = words.stream().distinct().toList();
            var text = some(random, random.nextInt(60));
            var found = new ArrayList<String>();
            new Automaton(all).scan(Plain.of(text), (word, end) -> found.add(word + "@" + end));
            var expected = new ArrayList<String>();
            for (var end = 1; end <= text.length(); end++) {
                for (var word = 0; word < all.size(); word++) {
                    if (text.substring(0, end).endsWith(all.get(word))) {
                        expected.add(word + "@" + end);
                    }
                }
            }
            assertThat(found).as("seed " + seed + ", round " + round).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static String some(Random random, int length) {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(3)));
        }
        return text.toString();
    }

    private static List<String> hosts(String text) {
        return Links.in(Line.of(text)).stream().map(Links.Link::host).toList();
    }

    @Test
    void hosts_are_found_however_their_dots_are_written() {
        assertThat(hosts("请看http://www.Example.com/a?b 和 example。cn，还有bad[.]example[.]shop、buy(dot)top、假冒点com"))
                .containsExactly("www.example.com", "example.cn", "bad.example.shop", "buy.top");
        assertThat(hosts("https://good.org@evil.example.com:8080/x")).containsExactly("evil.example.com");
        assertThat(hosts("http://10.0.0.1/a")).containsExactly("10.0.0.1");
        assertThat(hosts("see README.md, node.js, v1.2.3, a.b, e.g. this and me@example.com"))
                .isEmpty();
    }

    @Test
    void a_denied_domain_is_known_by_its_looks_and_an_allowed_one_by_its_letters() {
        var link = Links.in(Line.of("http://ехample.com/")).getFirst();
        assertThat(link.looks()).contains(Links.looks("example.com"));
        assertThat(link.names()).doesNotContain("example.com");
        assertThat(Links.in(Line.of("a.notexample.com")).getFirst().looks())
                .contains("notexample.com")
                .doesNotContain(Links.looks("example.com"));
        assertThat(Domains.isShared("com.cn")).isTrue();
        assertThat(Domains.isShared("github.io")).isTrue();
        assertThat(Domains.isShared("example.com.cn")).isFalse();
    }

    private static List<Contacts.Kind> contacts(String text) {
        return Contacts.in(Line.of(text)).stream().map(Contacts.Contact::kind).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800138000",
                "138 0013 8000",
                "138-0013-8000",
                "１３８００１３８０００",
                "一三八零零一三八零零零",
                "①③⑧⓪⓪①③⑧⓪⓪⓪",
                "+86 138 0013 8000",
                "壹叁捌〇〇壹叁捌〇〇〇",
                "幺三八零零幺三八零零零",
                "1️⃣3️⃣8️⃣0️⃣0️⃣1️⃣3️⃣8️⃣0️⃣0️⃣0️⃣",
                "call +44 20 7946 0958"
            })
    void a_telephone_number_is_found(String text) {
        assertThat(contacts(text)).containsExactly(Contacts.Kind.PHONE);
    }

    @Test
    void names_elsewhere_are_found() {
        assertThat(contacts("加我微信：tea_lover88")).containsExactly(Contacts.Kind.WECHAT);
        assertThat(contacts("vx abc12345")).containsExactly(Contacts.Kind.WECHAT);
        assertThat(contacts("薇信號 teahouselady")).containsExactly(Contacts.Kind.WECHAT);
        assertThat(contacts("QQ群：1234 5678 9")).containsExactly(Contacts.Kind.QQ);
        assertThat(contacts("扣扣一二三四五六七")).containsExactly(Contacts.Kind.QQ);
        assertThat(contacts("write to me@example.com or me(at)example(dot)com"))
                .containsExactly(Contacts.Kind.EMAIL, Contacts.Kind.EMAIL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-01-15 13:30",
                "order 123456789012345678",
                "微信支付很方便",
                "我在微信公众号看到 wechat pay",
                "QQ音乐 2024",
                "1999 and 2008",
                "一二三四五",
                "@alice you are right",
                "version 1.3.5.7.9"
            })
    void what_only_looks_like_a_contact_is_none(String text) {
        assertThat(contacts(text)).isEmpty();
    }

    private static int percent(String one, String other) {
        return Likeness.of(Plain.of(one))
                .orElseThrow()
                .percent(Likeness.of(Plain.of(other)).orElseThrow());
    }

    @Test
    void copies_are_alike_and_others_are_not() {
        var advertisement = "想在家轻松赚钱吗？每天两小时日入三百元，名额有限，加我微信 abc12345 了解详情，先到先得！";
        var copy = "想在家輕鬆賺錢嗎❓每天两小时 日入三百元,名额有限,加我微信 xyz98765 了解详情,先到先得";
        var other = "今天读完了第三章，讲的是绿茶的杀青工艺，我有一个问题想请教大家：锅温到底应该多高？";
        assertThat(percent(advertisement, advertisement)).isEqualTo(100);
        assertThat(percent(advertisement, copy)).isGreaterThan(60);
        assertThat(percent(advertisement, other)).isLessThan(20);
        assertThat(Likeness.of(Plain.of("谢谢分享！"))).isEmpty();
    }

    /** Nothing takes longer than in proportion to the text, whatever it is made of. */
    @Test
    void hostile_texts_are_read_in_time() {
        var words = new ArrayList<WordList.Entry>();
        for (var i = 2; i < 60; i++) {
            words.add(new WordList.Entry(0, "a".repeat(i) + "b", false));
        }
        var list = WordList.of(words);
        for (var text : List.of(
                "a".repeat(100_000),
                "a\u200d".repeat(50_000),
                "\u202e".repeat(100_000),
                "1".repeat(100_000),
                "@".repeat(100_000),
                "a.".repeat(50_000),
                "微信".repeat(50_000),
                "http://".repeat(14_000),
                "一".repeat(100_000),
                "a@".repeat(50_000),
                " dot ".repeat(20_000))) {
            var began = System.nanoTime();
            var plain = Plain.of(text);
            list.find(plain, 10);
            var line = Line.of(text);
            Links.in(line);
            Contacts.in(line);
            Likeness.of(plain);
            assertThat((System.nanoTime() - began) / 1_000_000)
                    .as(text.substring(0, 10))
                    .isLessThan(1_000);
        }
    }
}
