package app.teahouse.announcements;

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

/** What was announced to somebody, and when they opened it, is theirs to take along; that they got it goes with their account. */
@Component
@Order(-7)
class LeaveAnnouncements implements Leaving, OwnData {
    private static final int STEP = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final Db db;
    private final AnnouncementsHousehold household;
    private final CirclesOf circlesOf;

    LeaveAnnouncements(Db db, AnnouncementsHousehold household, CirclesOf circlesOf) {
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
            UUID announcement,
            String subject,
            String mail,
            Instant gotAt,
            @Nullable Instant openedAt) {}

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        try (var file = archive.file("announcements.jsonl")) {
            for (var circle : circlesOf.all(account)) {
                var page = page(circle, account, FIRST);
                while (!page.isEmpty()) {
                    for (var line : page) {
                        archive.line(file, line);
                    }
                    page = page(circle, account, page.getLast().announcement());
                }
            }
        }
    }

    private List<Line> page(CircleId circle, AccountId account, UUID after) {
        return db.sql("""
                select r.announcement_id, a.subject, r.mail, r.got_at, r.read_at
                  from announcements.receipt r
                  join announcements.announcement a on a.circle_id = r.circle_id and a.announcement_id = r.announcement_id
                 where r.circle_id = :circle and r.account_id = :account and r.announcement_id > :after
                 order by r.announcement_id
                 limit :most
                """)
                .with("circle", circle)
                .with("account", account)
                .with("after", after)
                .with("most", STEP)
                .all((row, n) -> new Line(
                        circle.value(),
                        Db.uuid(row, 1),
                        row.getString(2),
                        row.getString(3),
                        Db.instant(row, 4),
                        Db.maybeInstant(row, 5)));
    }
}
