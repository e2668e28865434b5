package app.teahouse.statements;

import app.teahouse.kernel.Money;
import app.teahouse.receipts.OrderFilter;
import app.teahouse.web.Csv;
import app.teahouse.web.Frame;
import app.teahouse.web.Prices;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A table as it is written: its words in the reader's language, its days and moments in the circle's zone, and in the one form that
 * every spreadsheet takes for a date; amounts without signs or commas, their currency beside them.
 */
record Sheet(Writer out, Frame frame, ZoneId zone, OrderFilter filter) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** @param columns the last parts of their keys */
    void heads(String... columns) throws IOException {
        Csv.line(
                out,
                Arrays.stream(columns)
                        .map(column -> frame.t("statements.column." + column))
                        .toList());
    }

    void line(List<String> cells) throws IOException {
        Csv.line(out, cells);
    }

    String moment(@Nullable Instant at) {
        return at == null ? "" : MOMENT.format(at.atZone(zone));
    }

    static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    static String money(Money money) {
        return Prices.plain(money);
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
