package app.teahouse.questions;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Partner;
import app.teahouse.web.Csv;
import app.teahouse.web.Frame;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What members answered as a table, read in pages however many they are. */
@Component
class AnswersTable {
    private static final int PAGE = 500;

    private final AnswerRows rows;

    AnswersTable(AnswerRows rows) {
        this.rows = rows;
    }

    void write(Partner partner, Frame frame, Writer out) throws IOException {
        Csv.line(
                out,
                List.of(
                        frame.t("questions.csv.number"),
                        frame.t("questions.csv.name"),
                        frame.t("questions.csv.question"),
                        frame.t("questions.csv.answer"),
                        frame.t("questions.csv.day")));
        @Nullable AccountId last = null;
        List<AnswerRows.Line> page;
        do {
            page = rows.after(partner.circle(), last, PAGE);
            for (var line : page) {
                last = line.account();
                write(line, partner.member().face().zone(), out);
            }
        } while (page.size() == PAGE);
    }

    private static void write(AnswerRows.Line line, ZoneId zone, Writer out) throws IOException {
        for (var pair : Answered.pairs(line.questions(), line.answers())) {
            Csv.line(
                    out,
                    List.of(
                            Long.toString(line.number()),
                            Csv.digits(line.alias()),
                            pair.question(),
                            pair.answer(),
                            line.at().atZone(zone).toLocalDate().toString()));
        }
    }
}
