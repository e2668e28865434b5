package app.teahouse.bench;

import java.util.List;
import java.util.Random;

/** Words of the usual length, the same at each run: posts of some 1.5 kB as HTML, comments of some 200 bytes. */
final class Prose {
    private static final List<String> ENGLISH = List.of(
            "When I opened the lid this morning the whole kitchen smelled of wet stone and orchids",
            "the second infusion is the one I would keep if I could keep only one",
            "I weigh the leaves now, because my eyes are wrong by a third every time",
            "somebody asked last week how long the cake may rest before it is opened",
            "we tried the same leaf with spring water and with filtered water, side by side",
            "it is not the price that decides but who picked it and on which day",
            "after eight minutes the bitterness turns, and then it stays away",
            "please tell me whether your clay pot behaves the same way");
    private static final List<String> CHINESE = List.of(
            "今天早上揭开盖子，满屋都是兰花和湿石头的味道",
            "如果只能留一泡，我会留第二泡",
            "现在我每次都称茶叶，凭眼睛总会多放三分之一",
            "上周有人问，饼茶开封之前最好再放多久",
            "同一款茶，山泉水和过滤水并排泡了一遍，差别比想象的大",
            "决定味道的不是价格，而是谁在哪一天采的",
            "八分钟以后苦味化开，再也没有回来",
            "你们的紫砂壶是不是也这样，欢迎留言告诉我");

    private final Random random;

    Prose(long seed) {
        random = new Random(seed);
    }

    private List<String> language() {
        return random.nextBoolean() ? ENGLISH : CHINESE;
    }

    String title() {
        var words = language();
        var sentence = words.get(random.nextInt(words.size()));
        return sentence.substring(0, Math.min(sentence.length(), words.equals(ENGLISH) ? 48 : 16));
    }

    String body() {
        var words = language();
        var text = new StringBuilder();
        for (var paragraph = 0; paragraph < 4; paragraph++) {
            text.append(paragraph(words, words.equals(ENGLISH) ? 5 : 6)).append("\n\n");
        }
        return text.append("- **90 °C**, ")
                .append(random.nextInt(3, 9))
                .append(" g\n- [tea-")
                .append(random.nextInt(1_000))
                .append("](https://example.org/tea)\n")
                .toString();
    }

    String comment() {
        return paragraph(language(), 2);
    }

    private String paragraph(List<String> words, int sentences) {
        var text = new StringBuilder();
        for (var i = 0; i < sentences; i++) {
            text.append(words.get(random.nextInt(words.size()))).append(words.equals(ENGLISH) ? ". " : "。");
        }
        return text.append(random.nextInt(10_000)).toString();
    }

    /** As the program would render it, near enough. */
    static String html(String body) {
        var html = new StringBuilder();
        for (var block : body.strip().split("\n\n")) {
            if (block.startsWith("- ")) {
                html.append("<ul>");
                block.lines()
                        .map(line -> line.substring(2)
                                .replaceAll("\\*\\*(.+?)\\*\\*", "<strong>$1</strong>")
                                .replaceAll(
                                        "\\[(.+?)]\\((.+?)\\)", "<a href=\"$2\" rel=\"nofollow ugc noopener\">$1</a>"))
                        .forEach(item -> html.append("<li>").append(item).append("</li>"));
                html.append("</ul>");
            } else {
                html.append("<p>").append(block).append("</p>\n");
            }
        }
        return html.toString();
    }

    static String excerpt(String body) {
        var plain = body.replaceAll("[*\\[\\]\\n]+", " ");
        return plain.substring(0, Math.min(plain.length(), 240));
    }
}
