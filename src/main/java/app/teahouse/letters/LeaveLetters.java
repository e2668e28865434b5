package app.teahouse.letters;

import app.teahouse.departures.Archive;
import app.teahouse.departures.Leaving;
import app.teahouse.departures.OwnData;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.members.CirclesOf;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What somebody wrote to staff, and was answered, is theirs to take along, and goes with their account. */
@Component
@Order(-3)
class LeaveLetters implements Leaving, OwnData {
    private static final int STEP = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final Db db;
    private final LettersHousehold household;
    private final CirclesOf circlesOf;

    LeaveLetters(Db db, LettersHousehold household, CirclesOf circlesOf) {
        this.db = db;
        this.household = household;
        this.circlesOf = circlesOf;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        var more = false;
        for (var circle : circlesOf.all(account)) {
            more |= household.forget(circle, account, STEP);
        }
        return more;
    }

    private record Line(
            UUID circle,
            UUID letter,
            String matter,
            @Nullable UUID about,
            String subject,
            UUID id,
            boolean staff,
            String text,
            Instant madeAt) {}

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        try (var file = archive.file("letters.jsonl")) {
            for (var circle : circlesOf.all(account)) {
                var page = page(circle, account, FIRST, FIRST);
                while (!page.isEmpty()) {
                    for (var line : page) {
                        archive.line(file, line);
                    }
                    page = page(
                            circle,
                            account,
                            page.getLast().letter(),
                            page.getLast().id());
                }
            }
        }
    }

    private List<Line> page(CircleId circle, AccountId account, UUID letter, UUID line) {
        return db.sql("""
                select t.letter_id, t.matter, t.about, t.subject, n.line_id, n.staff, n.text, n.made_at
                  from letters.letter t
                  join letters.line n on n.circle_id = t.circle_id and n.letter_id = t.letter_id
                 where t.circle_id = :circle and t.account_id = :account and (t.letter_id, n.line_id) > (:letter, :line)
                 order by t.letter_id, n.line_id
                 limit :most
                """)
                .with("circle", circle)
                .with("account", account)
                .with("letter", letter)
                .with("line", line)
                .with("most", STEP)
                .all((row, n) -> new Line(
                        circle.value(),
                        Db.uuid(row, 1),
                        row.getString(2),
                        Db.maybeUuid(row, 3),
                        row.getString(4),
                        Db.uuid(row, 5),
                        row.getBoolean(6),
                        row.getString(7),
                        Db.instant(row, 8)));
    }
}
