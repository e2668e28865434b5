package app.teahouse.log;

import app.teahouse.kernel.Staff;
import app.teahouse.security.Limits;
import app.teahouse.web.Csv;
import app.teahouse.web.Frame;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A circle's log as a table: what the filter lets through, the newest first, page by page so that it fits in memory. */
@Component
class LogTable {
    private static final int AT_ONCE = 500;

    private final CircleLog log;
    private final Limits limits;

    LogTable(CircleLog log, Limits limits) {
        this.log = log;
        this.limits = limits;
    }

    void send(Staff staff, Frame frame, LogFilter filter, HttpServletResponse response) throws IOException {
        limits.take("export", staff.account().value().toString(), 30, Duration.ofHours(1));
        Csv.send(response, staff.member().face().slug() + "-log", out -> {
            Csv.line(
                    out,
                    List.of(
                            frame.t("log.csv.at"),
                            frame.t("log.csv.kind"),
                            frame.t("log.csv.by"),
                            frame.t("log.csv.whose"),
                            frame.t("log.csv.about"),
                            frame.t("log.csv.reason"),
                            frame.t("log.csv.before"),
                            frame.t("log.csv.after"),
                            frame.t("log.csv.said")));
            write(staff, frame, filter, out);
        });
    }

    private void write(Staff staff, Frame frame, LogFilter filter, Writer out) throws IOException {
        var zone = staff.member().face().zone();
        UUID before = null;
        do {
            var page = log.page(staff, filter, before, AT_ONCE);
            for (var entry : page.items()) {
                Csv.line(
                        out,
                        List.of(
                                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                        entry.at().atZone(zone)),
                                entry.kind(),
                                entry.byOperator() ? frame.t("log.operator") : name(entry.by(), frame),
                                entry.whose() == null ? "" : entry.whose(),
                                entry.about(),
                                entry.reason(),
                                LogWords.side(frame, entry, entry.before()),
                                LogWords.side(frame, entry, entry.after()),
                                LogWords.sentence(frame, entry, false)));
            }
            before = page.next() == null ? null : UUID.fromString(page.next());
        } while (before != null);
    }

    private static String name(@Nullable String alias, Frame frame) {
        return Objects.requireNonNullElse(alias, frame.t("log.former"));
    }
}
