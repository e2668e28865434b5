package app.teahouse.announcements;

import app.teahouse.accounts.Letters;
import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import app.teahouse.log.WriteLog;
import app.teahouse.members.Members;
import app.teahouse.notify.TellPeople;
import app.teahouse.topics.Topic;
import app.teahouse.topics.Topics;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the next hundred of an announcement, in the caller's transaction: a receipt, a notice and perhaps a mail for each, and the cursor behind them. */
@Component
class TellNext {
    private static final int AT_ONCE = 100;

    private final Db db;
    private final AnnouncementRows rows;
    private final Recipients recipients;
    private final Circles circles;
    private final Members members;
    private final WeeklyLimit weeklyLimit;
    private final Topics topics;
    private final Letters letters;
    private final AnnouncementMail mail;
    private final TellPeople tellPeople;
    private final WriteLog log;

    TellNext(
            Db db,
            AnnouncementRows rows,
            Recipients recipients,
            Circles circles,
            Members members,
            WeeklyLimit weeklyLimit,
            Topics topics,
            Letters letters,
            AnnouncementMail mail,
            TellPeople tellPeople,
            WriteLog log) {
        this.db = db;
        this.rows = rows;
        this.recipients = recipients;
        this.circles = circles;
        this.members = members;
        this.weeklyLimit = weeklyLimit;
        this.topics = topics;
        this.letters = letters;
        this.mail = mail;
        this.tellPeople = tellPeople;
        this.log = log;
    }

    /** @return whether there are more to tell */
    boolean tell(CircleId id, AnnouncementId announcement, Instant now) {
        var found = rows.locked(id, announcement).orElse(null);
        var circle = circles.byId(id).orElse(null);
        if (found == null) {
            return false;
        }
        return switch (found.stage()) {
            case Stage.Scheduled scheduled -> {
                if (circle == null || !maySend(found, circle, now)) {
                    takeBack(found, scheduled.recall());
                    yield false;
                }
                begin(found, circle.face(), scheduled.begin(now));
                yield true;
            }
            case Stage.Sending sending -> {
                if (circle == null || !maySend(found, circle, now)) {
                    end(found, sending.cancel(now));
                    yield false;
                }
                yield next(found, sending, circle.face(), now);
            }
            case Stage.Draft _, Stage.Sent _, Stage.Cancelled _ -> false;
        };
    }

    /** A circle that rests announces nothing, nor does who is no staff any more; a segment that is gone is nobody. */
    private boolean maySend(Announcement announcement, Circle circle, Instant now) {
        return !circle.isGone(now)
                && !circle.face().archived()
                && isFor(announcement, circle.face())
                && announcement.sentBy() != null
                && members.card(announcement.circle(), announcement.sentBy())
                        .filter(card -> card.active() && card.role().isStaff())
                        .isPresent();
    }

    private boolean isFor(Announcement announcement, Face circle) {
        return announcement.segment() == null
                || recipients
                        .name(circle.id(), announcement.segment(), circle.language())
                        .isPresent();
    }

    private void takeBack(Announcement announcement, Stage.Draft draft) {
        db.sql("""
                update announcements.announcement
                   set state = :state, send_at = null, lease_until = null
                 where circle_id = :circle and announcement_id = :id
                """)
                .with("circle", announcement.circle())
                .with("id", announcement.id())
                .with("state", draft.name())
                .run();
    }

    private void begin(Announcement announcement, Face circle, Stage.Sending sending) {
        var segment = announcement.segment();
        db.sql("""
                update announcements.announcement
                   set state = :state, began_at = :began, expected = :expected, audience = :audience
                 where circle_id = :circle and announcement_id = :id
                """)
                .with("circle", announcement.circle())
                .with("id", announcement.id())
                .with("state", sending.name())
                .with("began", sending.since())
                .with("expected", recipients.count(announcement.circle(), segment))
                .with(
                        "audience",
                        segment == null
                                ? ""
                                : recipients
                                        .name(circle.id(), segment, circle.language())
                                        .orElse(""))
                .run();
        log.write(
                announcement.circle(),
                "announced",
                Objects.requireNonNull(announcement.sentBy()),
                announcement.subject(),
                sending.since());
    }

    private boolean next(Announcement announcement, Stage.Sending sending, Face circle, Instant now) {
        var page = recipients.page(circle.id(), announcement.segment(), announcement.cursor(), AT_ONCE);
        var fresh = give(announcement, recipients.membersSince(circle.id(), sending.since(), page), now);
        var mails = announcement.byMail() ? mail(announcement, circle, fresh, now) : Mails.NONE;
        tellPeople.tell(AnnouncementMail.news(announcement, "announcement:" + announcement.number(), now), fresh);
        note(announcement, page, fresh.size(), mails);
        if (page.size() < AT_ONCE) {
            end(announcement, sending.finish(now));
            return false;
        }
        return true;
    }

    /** The key of receipts decides who does not have it yet. */
    private Set<AccountId> give(Announcement announcement, Collection<AccountId> readers, Instant now) {
        return new HashSet<>(db.sql("""
                insert into announcements.receipt (circle_id, announcement_id, account_id, got_at)
                select :circle, :id, a, :now
                  from unnest(:readers) a
                 order by a
                on conflict (circle_id, announcement_id, account_id) do nothing
                returning account_id
                """)
                .with("circle", announcement.circle())
                .with("id", announcement.id())
                .withIds("readers", readers)
                .with("now", now)
                .all((row, n) -> new AccountId(Db.uuid(row, 1))));
    }

    private record Mails(int written, int limited, int off, int unaddressed) {
        static final Mails NONE = new Mails(0, 0, 0, 0);
    }

    private Mails mail(Announcement announcement, Face circle, Set<AccountId> readers, Instant now) {
        var off = topics.without(circle.id(), Topic.ANNOUNCEMENT_MAIL, readers);
        var wishing = new HashSet<>(readers);
        wishing.removeAll(off);
        var reachable = letters.reachable(wishing);
        var written = weeklyLimit.take(circle.id(), circle.zone(), reachable, now);
        mail.write(announcement, circle, "announcements.letter", written);

        var limited = new HashSet<>(reachable);
        limited.removeAll(written);
        wishing.removeAll(reachable);
        say(announcement, written, "written");
        say(announcement, limited, "limited");
        say(announcement, off, "off");
        say(announcement, wishing, "unaddressed");
        return new Mails(written.size(), limited.size(), off.size(), wishing.size());
    }

    private void say(Announcement announcement, Collection<AccountId> readers, String mail) {
        if (!readers.isEmpty()) {
            db.sql("""
                    update announcements.receipt
                       set mail = :mail
                     where circle_id = :circle and announcement_id = :id and account_id = any(:readers)
                    """)
                    .with("circle", announcement.circle())
                    .with("id", announcement.id())
                    .with("mail", mail)
                    .withIds("readers", readers)
                    .run();
        }
    }

    private void note(Announcement announcement, List<AccountId> page, int reached, Mails mails) {
        db.sql("""
                update announcements.announcement
                   set cursor = coalesce(:cursor::uuid, cursor), reached = reached + :reached, mailed = mailed + :written,
                       limited = limited + :limited, unsubscribed = unsubscribed + :off, unaddressed = unaddressed + :unaddressed
                 where circle_id = :circle and announcement_id = :id
                """)
                .with("circle", announcement.circle())
                .with("id", announcement.id())
                .with("cursor", page.isEmpty() ? null : page.getLast())
                .with("reached", reached)
                .with("written", mails.written())
                .with("limited", mails.limited())
                .with("off", mails.off())
                .with("unaddressed", mails.unaddressed())
                .run();
    }

    private void end(Announcement announcement, Stage over) {
        db.sql("""
                update announcements.announcement
                   set state = :state, ended_at = :ended, lease_until = null
                 where circle_id = :circle and announcement_id = :id
                """)
                .with("circle", announcement.circle())
                .with("id", announcement.id())
                .with("state", over.name())
                .with("ended", over.endedAt())
                .run();
    }
}
