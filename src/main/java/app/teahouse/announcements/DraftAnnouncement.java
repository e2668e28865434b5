package app.teahouse.announcements;

import app.teahouse.drafts.CircleText;
import app.teahouse.files.Holdings;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff write an announcement, change it and throw it away, as long as it waits for nobody. */
@Component
public class DraftAnnouncement {
    static final int MOST = 50;
    static final int LONGEST_SUBJECT = 100;
    private static final int LONGEST_BODY = 20_000;

    private final Db db;
    private final AnnouncementRows rows;
    private final Recipients recipients;
    private final CircleText circleText;
    private final Holdings holdings;
    private final Clock clock;

    DraftAnnouncement(
            Db db,
            AnnouncementRows rows,
            Recipients recipients,
            CircleText circleText,
            Holdings holdings,
            Clock clock) {
        this.db = db;
        this.rows = rows;
        this.recipients = recipients;
        this.circleText = circleText;
        this.holdings = holdings;
        this.clock = clock;
    }

    /** @param segment whom it is for; null for all members */
    public record Wish(
            String subject, String body, @Nullable UUID segment, boolean byMail) {

        Wish fit() {
            new Faults()
                    .text("subject", subject, LONGEST_SUBJECT)
                    .require(subject.chars().noneMatch(Character::isISOControl), "subject", "field.unreadable")
                    .text("body", body, LONGEST_BODY)
                    .refuse();
            return new Wish(subject.strip(), body.strip(), segment, byMail);
        }
    }

    /** @throws Refusal {@code announcement.too-many} */
    @Transactional
    public long make(Staff staff, Wish wish) {
        var fit = fit(staff, wish);
        if (rows.unsent(staff.circle()).size() >= MOST) {
            throw Refusal.conflict("announcement.too-many").with("most", MOST);
        }
        var id = new AnnouncementId(Ids.next());
        var face = staff.member().face();
        var text = circleText.hold(face, id.holder(), fit.body(), circleText.render(face, fit.body()));
        var number = number(staff.circle());
        db.sql("""
                insert into announcements.announcement
                       (circle_id, announcement_id, number, subject, body, body_html, excerpt, segment_id, by_mail, made_by, made_at)
                values (:circle, :id, :number, :subject, :body, :html, :excerpt, :segment, :mail, :by, :now)
                """)
                .with("circle", staff.circle())
                .with("id", id)
                .with("number", number)
                .with("subject", fit.subject())
                .with("body", fit.body())
                .with("html", text.html())
                .with("excerpt", text.excerpt())
                .with("segment", fit.segment())
                .with("mail", fit.byMail())
                .with("by", staff.account())
                .with("now", clock.instant())
                .run();
        return number;
    }

    private Wish fit(Staff staff, Wish wish) {
        var fit = wish.fit();
        if (fit.segment() != null
                && recipients
                        .name(staff.circle(), fit.segment(), Locale.ENGLISH)
                        .isEmpty()) {
            throw Refusal.invalid("segment", "field.unknown-choice");
        }
        return fit;
    }

    private long number(CircleId circle) {
        return db.sql("""
                insert into announcements.counter as c (circle_id, last_number)
                values (:circle, 1)
                on conflict (circle_id) do update set last_number = c.last_number + 1
                returning last_number
                """).with("circle", circle).one(Long.class);
    }

    /**
     * @param edits of the words that were seen: of two who change them, the second reads them first
     * @throws Refusal {@code announcement.unknown}, {@code announcement.not-draft}, {@code announcement.changed}
     */
    @Transactional
    public void change(Staff staff, long number, int edits, Wish wish) {
        var fit = fit(staff, wish);
        var announcement = rows.locked(staff.circle(), number);
        announcement.stage().draft();
        announcement.mustBeSeen(edits);
        var face = staff.member().face();
        holdings.set(staff.circle(), announcement.id().holder(), CircleText.ids(fit.body()));
        var text = circleText.render(face, fit.body());
        db.sql("""
                update announcements.announcement
                   set subject = :subject, body = :body, body_html = :html, excerpt = :excerpt, segment_id = :segment,
                       by_mail = :mail, edits = edits + 1
                 where circle_id = :circle and announcement_id = :id
                """)
                .with("circle", staff.circle())
                .with("id", announcement.id())
                .with("subject", fit.subject())
                .with("body", fit.body())
                .with("html", text.html())
                .with("excerpt", text.excerpt())
                .with("segment", fit.segment())
                .with("mail", fit.byMail())
                .run();
    }

    /** @throws Refusal {@code announcement.unknown}, {@code announcement.not-draft} */
    @Transactional
    public void drop(Staff staff, long number) {
        var announcement = rows.locked(staff.circle(), number);
        announcement.stage().draft();
        holdings.release(staff.circle(), announcement.id().holder());
        db.sql("delete from announcements.announcement where circle_id = :circle and announcement_id = :id")
                .with("circle", staff.circle())
                .with("id", announcement.id())
                .run();
    }
}
