package app.teahouse.announcements;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.log.WriteLog;
import app.teahouse.notify.TellPeople;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff send an announcement now or at a moment to come, take it back before it begins, stop it on its way, or try it on themselves. */
@Component
public class SendAnnouncement {
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Db db;
    private final AnnouncementRows rows;
    private final Recipients recipients;
    private final TellPeople tellPeople;
    private final AnnouncementMail mail;
    private final WriteLog log;
    private final Clock clock;

    SendAnnouncement(
            Db db,
            AnnouncementRows rows,
            Recipients recipients,
            TellPeople tellPeople,
            AnnouncementMail mail,
            WriteLog log,
            Clock clock) {
        this.db = db;
        this.rows = rows;
        this.recipients = recipients;
        this.tellPeople = tellPeople;
        this.mail = mail;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Of two who press at once the second is refused, and so is who saw other words than stand there now.
     *
     * @param edits of the words that were seen
     * @param at when; null for now
     * @throws Refusal {@code announcement.unknown}, {@code announcement.not-draft}, {@code announcement.changed},
     *     {@code announcement.audience-gone}, {@code circle.archived}
     */
    @Transactional
    public void send(Staff staff, long number, int edits, @Nullable Instant at) {
        if (staff.member().face().archived()) {
            throw Refusal.notAllowed("circle.archived");
        }
        var now = clock.instant();
        if (at != null && (at.isBefore(now.minusSeconds(60)) || at.isAfter(now.plus(LONGEST)))) {
            throw Refusal.invalid("at", "announcement.moment");
        }
        var announcement = rows.locked(staff.circle(), number);
        var scheduled = announcement.stage().draft().schedule(at, now);
        announcement.mustBeSeen(edits);
        if (announcement.segment() != null
                && recipients
                        .name(staff.circle(), announcement.segment(), Locale.ENGLISH)
                        .isEmpty()) {
            throw Refusal.conflict("announcement.audience-gone");
        }
        db.sql("""
                update announcements.announcement
                   set state = 'scheduled', send_at = :at, sent_by = :by
                 where circle_id = :circle and announcement_id = :id
                """)
                .with("circle", staff.circle())
                .with("id", announcement.id())
                .with("at", scheduled.at())
                .with("by", staff.account())
                .run();
    }

    /**
     * What has not begun is a draft again; what is on its way stops where it is.
     *
     * @param seen the state in which it was seen: to take back what waits is not to stop for good what began meanwhile
     * @throws Refusal {@code announcement.unknown}, {@code announcement.over}, {@code announcement.begun}
     */
    @Transactional
    public void stop(Staff staff, long number, String seen) {
        new Faults()
                .require(List.of("scheduled", "sending").contains(seen), "state", "field.unknown-choice")
                .refuse();
        var announcement = rows.locked(staff.circle(), number);
        if (announcement.stage() instanceof Stage.Sending && seen.equals("scheduled")) {
            throw Refusal.conflict("announcement.begun");
        }
        var now = clock.instant();
        var next = switch (announcement.stage()) {
            case Stage.Scheduled scheduled -> scheduled.recall();
            case Stage.Sending sending -> sending.cancel(now);
            case Stage.Draft _, Stage.Sent _, Stage.Cancelled _ -> throw Refusal.conflict("announcement.over");
        };
        db.sql("""
                update announcements.announcement
                   set state = :state, send_at = :send, ended_at = :ended, lease_until = null
                 where circle_id = :circle and announcement_id = :id
                """)
                .with("circle", staff.circle())
                .with("id", announcement.id())
                .with("state", next.name())
                .with("send", next.sendAt())
                .with("ended", next.endedAt())
                .run();
        if (next instanceof Stage.Cancelled) {
            log.write(staff.circle(), "announcement_stopped", staff.account(), announcement.subject(), now);
        }
    }

    /** To oneself, in the app and by mail, as often as one likes; it counts nowhere. */
    @Transactional
    public void tryOut(Staff staff, long number) {
        var announcement = rows.numbered(staff.circle(), number);
        var face = staff.member().face();
        var now = clock.instant();
        var me = List.of(staff.account());
        tellPeople.tell(AnnouncementMail.news(announcement, "announcement-trial:" + number + ":" + now, now), me);
        mail.write(announcement, face, "announcements.trial", me);
    }
}
