package app.teahouse.announcements;

import app.teahouse.circles.Household;
import app.teahouse.drafts.CircleText;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Arrival;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import app.teahouse.luggage.Row;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Announcements go with their circle; who got one is forgotten with their account, and keeps it when they leave and come back. */
@Component
@Order(-7)
class AnnouncementsHousehold implements Household, Luggage {
    private final Db db;
    private final CircleText circleText;

    AnnouncementsHousehold(Db db, CircleText circleText) {
        this.db = db;
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

    /**
     * Takes the traces of an account that is deleted out of one circle; what it opened stays counted.
     *
     * @return whether there is more to do
     */
    boolean forget(CircleId circle, AccountId account, int atMost) {
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
                        .discreet(),
                Crate.of("announcements.counter", ""),
                Crate.stays("announcements.week", "a week counts where its mails were sent"),
                Crate.of("announcements.choice", ""));
    }

    private void render(Arrival arrival, List<Row> rows) {
        for (var row : rows) {
            var text = circleText.render(arrival.face(), row.text("body"));
            row.set("body_html", text.html()).set("excerpt", text.excerpt());
        }
    }
}
