package app.teahouse.reservations;

import app.teahouse.kernel.Refusal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first row of a list: which column is what, by its English or Chinese name, and what stands between cells. */
record Heads(Map<Column, Integer> at, List<String> unknown, int columns, char between) {

    enum Column {
        NAME("name nickname alias member 昵称 姓名 名字 称呼 成员"),
        EMAIL("email e-mail mail emailaddress 邮箱 电子邮箱 邮箱地址 电子邮件 邮件"),
        TAGS("tags tag labels 标签 成员标签"),
        JOINED("joined joinedat joinedon since 加入日期 加入时间 入圈时间"),
        EXPIRES("expires expiresat expireson expiry validuntil 有效期至 到期日 到期日期 到期时间 到期 有效期 有效至 截止日期"),
        NOTE("note notes remark 备注 说明");

        private final String names;

        Column(String names) {
            this.names = " " + names + " ";
        }
    }

    private static final int MOST_UNKNOWN = 20;

    /** @throws Refusal {@code reservation.no-email-column}, {@code reservation.head-twice} */
    static Heads of(String text) {
        var best = of(text, ',');
        for (var between : List.of(';', '\t')) {
            var other = of(text, between);
            if (other.at().size() > best.at().size()) {
                best = other;
            }
        }
        if (!best.at().containsKey(Column.EMAIL)) {
            throw Refusal.invalid("file", "reservation.no-email-column");
        }
        return best;
    }

    private static Heads of(String text, char between) {
        var at = new EnumMap<Column, Integer>(Column.class);
        var unknown = new ArrayList<String>();
        var row = new Grid(text, between).next();
        var heads = row == null ? List.<String>of() : row.cells();
        for (var i = 0; i < heads.size(); i++) {
            var head = heads.get(i);
            var column = column(head);
            if (column == null && !head.isEmpty() && !head.contains("@") && unknown.size() < MOST_UNKNOWN) {
                unknown.add(head.substring(0, Math.min(40, head.length())));
            } else if (column != null && at.putIfAbsent(column, i) != null) {
                throw Refusal.invalid("file", "reservation.head-twice").with("head", head);
            }
        }
        return new Heads(at, unknown, heads.size(), between);
    }

    private static @Nullable Column column(String head) {
        var plain = Normalizer.normalize(head, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_:*]", "");
        for (var column : Column.values()) {
            if (column.names.contains(" " + plain + " ")) {
                return column;
            }
        }
        return null;
    }

    String cell(Grid.Row row, Column column) {
        var index = at.getOrDefault(column, Integer.MAX_VALUE);
        return index < row.cells().size() ? row.cells().get(index) : "";
    }

    /** Whether a row has words where no head stands: a mark within a cell that was not quoted has shifted it. */
    boolean isShifted(Grid.Row row) {
        return row.cells().stream().skip(columns).anyMatch(cell -> !cell.isEmpty());
    }
}
