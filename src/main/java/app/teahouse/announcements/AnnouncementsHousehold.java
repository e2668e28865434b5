package app.teahouse.announcements;

import app.teahouse.circles.Household;
import app.teahouse.departures.Archive;
import app.teahouse.departures.Leaving;
import app.teahouse.departures.OwnData;
import app.teahouse.drafts.CircleText;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Arrival;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import app.teahouse.luggage.Row;
import app.teahouse.members.CirclesOf;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Announcements go with their circle; who got one takes along what it was, and is forgotten with their account. They keep it when they leave and come back. */
@Component
@Order(-7)
class AnnouncementsHousehold implements Household, Luggage, Leaving, OwnData {
    private static final int STEP = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final Db db;
    private final CirclesOf circlesOf;
    private final CircleText circleText;

    AnnouncementsHousehold(Db db, CirclesOf circlesOf, CircleText circleText) {
        this.db = db;
        this.circlesOf = circlesOf;
        this.circleText = circleText;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        var receipts = db.sql("""
                delete from announcements.receipt
                 where circle_id = :circle
                   and (announcement_id, account_id) in
                       (select announcement_id, account_id from announcements.receipt where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        var weeks = db.sql("""
                delete from announcements.week
                 where circle_id = :circle
                   and (account_id, monday) in
                       (select account_id, monday from announcements.week where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        if (receipts + weeks > 0) {
            return true;
        }
        var announcements =
                db.sql("""
                delete from announcements.announcement
                 where circle_id = :circle
                   and announcement_id in
                       (select announcement_id from announcements.announcement where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        db.sql("delete from announcements.counter where circle_id = :circle")
                .with("circle", circle)
                .run();
        db.sql("delete from announcements.choice where circle_id = :circle")
                .with("circle", circle)
                .run();
        return announcements > 0;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        var more = false;
        for (var circle : circlesOf.all(account)) {
            more |= forget(circle, account, STEP);
        }
        return more;
    }

    /**
     * Takes the traces of an account that is deleted out of one circle; what it opened stays counted.
     *
     * @return whether there is more to do
     */
    private boolean forget(CircleId circle, AccountId account, int atMost) {
        db.sql("update announcements.announcement set made_by = null where circle_id = :circle and made_by = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
        db.sql("update announcements.announcement set sent_by = null where circle_id = :circle and sent_by = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
        db.sql("delete from announcements.week where circle_id = :circle and account_id = :account")
                .with("circle", circle)
                .with("account", account)
                .run();
        return db.sql("""
                delete from announcements.receipt
                 where circle_id = :circle and account_id = :account
                   and announcement_id in
                       (select announcement_id
                          from announcements.receipt
                         where circle_id = :circle and account_id = :account
                         limit :most)
                """)
                        .with("circle", circle)
                        .with("account", account)
                        .with("most", atMost)
                        .run()
                == atMost;
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

    /** What had not reached everybody when the circle left stays where it was: it would begin by itself in another place, for others. */
    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.of("announcements.announcement", "announcement_id")
                        .only("t.state in ('sent', 'cancelled')")
                        .people("made_by, sent_by")
                        .text("body")
                        .made("body_html, excerpt")
                        .leave("segment_id", "segments get other ids; what it was called is there")
                        .leave("cursor", "nothing of it is left to do")
                        .leave("lease_until", "nothing of it is left to do")
                        .as("read_count", """
                                greatest(0, t.read_count - (select count(*)
                                                              from announcements.receipt r
                                                              join members.membership m
                                                                on m.circle_id = r.circle_id and m.account_id = r.account_id
                                                             where r.circle_id = t.circle_id and r.announcement_id = t.announcement_id
                                                               and r.read_at is not null and m.discreet))
                                """)
                        .most("subject", DraftAnnouncement.LONGEST_SUBJECT)
                        .making(this::render),
                Crate.of("announcements.receipt", "announcement_id, account_id")
                        .only("""
                                exists (select 1
                                          from announcements.announcement a
                                         where a.circle_id = t.circle_id and a.announcement_id = t.announcement_id
                                           and a.state in ('sent', 'cancelled'))
                                """)
                        .people("account_id")
                        // Of those who do not show what they read it leaves that they got it, and no more.
                        .as("read_at", "case when not m_account_id.discreet then t.read_at end")
                        .as("away_at", "case when not m_account_id.discreet then t.away_at end"),
                Crate.of("announcements.counter", ""),
                Crate.stays("announcements.week", "a week counts where its mails were sent"),
                Crate.of("announcements.choice", ""));
    }

    private void render(Arrival arrival, List<Row> rows) {
        for (var row : rows) {
            var body = row.text("body");
            var id = new AnnouncementId(row.id("announcement_id"));
            var text = circleText.hold(arrival.face(), id.holder(), body, circleText.render(arrival.face(), body));
            row.set("body_html", text.html()).set("excerpt", text.excerpt());
        }
    }
}
