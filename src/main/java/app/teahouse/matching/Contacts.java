package app.teahouse.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds how somebody may be reached elsewhere: telephone and QQ numbers, also spaced out or in Chinese digits; names in WeChat behind what
 * people call it there; e-mail addresses.
 */
public final class Contacts {
    /** What a rule may be about. */
    public enum Kind {
        PHONE,
        WECHAT,
        QQ,
        EMAIL
    }

    /** A contact, and where it stands. */
    public record Contact(Kind kind, int from, int to) {}

    private static final int MOST = 50;
    private static final int FILLER = 8;
    private static final int BETWEEN = 3;
    private static final String DIGITS = "零一二三四五六七八九";
    private static final String FORMAL = "〇壹贰叁肆伍陆柒捌玖";
    private static final String FILLERS = "号群是为加联系我的搜名账";
    private static final List<String> WECHAT = List.of(
            "微信", "威信", "薇信", "徽信", "维信", "卫星", "v信", "加v", "加微", "加薇", "+v", "vx", "wx", "wechat", "weixin", "微❤",
            "微❤️", "vchat");
    private static final List<String> QQ = List.of("qq", "扣扣", "抠抠", "叩叩", "秋秋", "企鹅", "加q", "q群", "q号", "+q");
    private static final List<String> AT = List.of("@", "(at)", "[at]", "{at}", "艾特");

    /** What each character counts as a digit, plus one; 0 for none. */
    private static final byte[] VALUES = values();

    private static final BitSet MARK_BEGINS = beginnings();

    private final Line line;
    private final List<Contact> found = new ArrayList<>();

    private Contacts(Line line) {
        this.line = line;
    }

    public static List<Contact> in(Line line) {
        var contacts = new Contacts(line);
        contacts.look();
        return List.copyOf(contacts.found);
    }

    private void look() {
        for (var i = 0; i < line.length() && found.size() < MOST; ) {
            i = Math.max(i + 1, lookAt(i));
        }
    }

    /** Answers behind what was found here. */
    private int lookAt(int at) {
        var c = line.at(at);
        if (digit(c) >= 0 && digit(line.at(at - 1)) < 0) {
            return number(at);
        }
        if (!MARK_BEGINS.get(c)) {
            return at + 1;
        }
        var mark = mark(WECHAT, at);
        if (mark > 0) {
            return Math.max(at + mark, wechat(at, at + mark));
        }
        mark = mark(QQ, at);
        if (mark > 0) {
            return Math.max(at + mark, qq(at, at + mark));
        }
        mark = mark(AT, at);
        return mark > 0 ? email(at, at + mark) : at + 1;
    }

    /** How long a mark that stands here is, 0 for none; one of Latin letters stands by itself at its beginning. */
    private int mark(List<String> marks, int at) {
        for (var mark : marks) {
            if (line.at(at) == mark.charAt(0) && line.has(at, mark)) {
                var within = isLatin(mark.charAt(0)) && isLatin(line.at(at - 1));
                return within ? 0 : mark.length();
            }
        }
        return 0;
    }

    private static int digit(char c) {
        return VALUES[c] - 1;
    }

    private static byte[] values() {
        var values = new byte[0x10000];
        for (var digit = 0; digit < 10; digit++) {
            values['0' + digit] = (byte) (digit + 1);
            values[DIGITS.charAt(digit)] = (byte) (digit + 1);
            values[FORMAL.charAt(digit)] = (byte) (digit + 1);
        }
        values['幺'] = 2;
        values['两'] = 3;
        return values;
    }

    private static BitSet beginnings() {
        var beginnings = new BitSet();
        Stream.of(WECHAT, QQ, AT).flatMap(List::stream).forEach(mark -> beginnings.set(mark.charAt(0)));
        return beginnings;
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    private record Run(String digits, int end, boolean times) {}

    /** Digits with no more than a few other signs between two of them. */
    private Run run(int from, int most) {
        var digits = new StringBuilder();
        var end = from;
        var between = 0;
        var times = false;
        for (var i = from; i < line.length() && between <= BETWEEN && digits.length() <= most; i++) {
            var c = line.at(i);
            var digit = digit(c);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
                between = 0;
                end = i + 1;
            } else if (Character.isLetter(c) || c == '\n') {
                break;
            } else {
                times |= (c == ':' || c == '/') && digit(line.at(i + 1)) >= 0;
                between++;
            }
        }
        return new Run(digits.toString(), end, times);
    }

    private int number(int from) {
        var run = run(from, 16);
        var digits = run.digits();
        var bare = digits.startsWith("86") && digits.length() == 13 ? digits.substring(2) : digits;
        var mobile = bare.length() == 11 && bare.charAt(0) == '1' && bare.charAt(1) >= '3';
        var abroad = line.at(from - 1) == '+' && digits.length() >= 8 && digits.length() <= 15;
        if ((mobile || abroad) && !run.times()) {
            add(Kind.PHONE, from, run.end());
        }
        return run.end();
    }

    /** Skips what may stand between a mark and what it announces. */
    private int filler(int from) {
        var i = from;
        while (i < from + FILLER && i < line.length()) {
            var c = line.at(i);
            if (isLatin(c) || digit(c) >= 0 || (Character.isLetter(c) && FILLERS.indexOf(c) < 0)) {
                break;
            }
            i++;
        }
        return i;
    }

    private int qq(int from, int behind) {
        var start = filler(behind);
        if (digit(line.at(start)) < 0) {
            return behind;
        }
        var run = run(start, 16);
        if (run.digits().length() >= 5 && run.digits().length() <= 12) {
            add(Kind.QQ, from, run.end());
        }
        return run.end();
    }

    private int wechat(int from, int behind) {
        var start = filler(behind);
        if (digit(line.at(start)) >= 0) {
            var run = run(start, 20);
            if (run.digits().length() >= 6 && run.digits().length() <= 20) {
                add(Kind.WECHAT, from, run.end());
            }
            return run.end();
        }
        var end = start;
        var marked = false;
        while (end < line.length() && end - start < 30 && (isLatin(line.at(end)) || "-_".indexOf(line.at(end)) >= 0)) {
            marked |= !Character.isLetter(line.at(end));
            end++;
        }
        var announced = line.at(from) == '加' || line.at(from) == '+' || isAnnounced(behind, start);
        if (end - start >= 6 && end - start <= 20 && Character.isLetter(line.at(start)) && (marked || announced)) {
            add(Kind.WECHAT, from, end);
        }
        return Math.max(behind, end);
    }

    private boolean isAnnounced(int from, int to) {
        for (var i = from; i < to; i++) {
            if (line.at(i) == ':' || line.at(i) == '号' || line.at(i) == '是') {
                return true;
            }
        }
        return false;
    }

    private int email(int at, int behind) {
        var start = at;
        while (start > 0
                && at - start < 64
                && (isLatin(line.at(start - 1)) || "._%+-".indexOf(line.at(start - 1)) >= 0)) {
            start--;
        }
        var known = start < at
                && Links.hostName(line, behind)
                        .flatMap(Domains::host)
                        .filter(Domains::isKnown)
                        .isPresent();
        if (!known) {
            return behind;
        }
        var end = Links.hostEnd(line, behind);
        add(Kind.EMAIL, start, end);
        return end;
    }

    private void add(Kind kind, int from, int to) {
        found.add(new Contact(kind, line.place(from), line.placeBehind(to)));
    }
}
