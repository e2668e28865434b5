package app.teahouse.announcements;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Staff;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.Scripts;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Announcements for tests, and circles with many to tell. */
@Component
class SomeAnnouncements {
    private final DraftAnnouncement draft;
    private final SendAnnouncement send;
    private final TellNext tellNext;
    private final AnnouncementRows rows;
    private final SomeCircles circles;
    private final Scripts scripts;
    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    SomeAnnouncements(
            DraftAnnouncement draft,
            SendAnnouncement send,
            TellNext tellNext,
            AnnouncementRows rows,
            SomeCircles circles,
            Scripts scripts,
            TransactionTemplate transaction,
            JdbcTemplate jdbc,
            Clock clock) {
        this.draft = draft;
        this.send = send;
        this.tellNext = tellNext;
        this.rows = rows;
        this.circles = circles;
        this.scripts = scripts;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long drafted(Staff staff, String subject) {
        return draft.make(staff, new DraftAnnouncement.Wish(subject, "**Tea** at [five](/c/tea)", null, true));
    }

    /** Sent, but nobody has it yet. */
    Announcement sent(Owner owner, String subject) {
        var staff = circles.staff(owner);
        var number = drafted(staff, subject);
        send.send(staff, number, 0, null);
        return rows.numbered(owner.circle(), number);
    }

    /** Tells the next hundred, as a worker does whose lease is over. */
    boolean next(Announcement announcement, Instant now) {
        return Boolean.TRUE.equals(
                transaction.execute(_ -> tellNext.tell(announcement.circle(), announcement.id(), now)));
    }

    /** Tells the next, and does something before that is committed. */
    boolean next(Announcement announcement, Callable<Boolean> before) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var more = tellNext.tell(announcement.circle(), announcement.id(), clock.instant());
            try {
                before.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return more;
        }));
    }

    /** Nobody of the circle can be told anything meanwhile. */
    void whileBellsAreHeld(CircleId circle, Callable<Boolean> action) {
        jdbc.update("""
                insert into notify.bell (account_id)
                select account_id from members.membership where circle_id = ?
                on conflict do nothing
                """, circle.value());
        transaction.executeWithoutResult(_ -> {
            jdbc.queryForList("""
                    select b.account_id
                      from members.membership m
                      join notify.bell b on b.account_id = m.account_id
                     where m.circle_id = ?
                       for update of b
                    """, circle.value());
            try {
                action.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Whether a statement that tells somebody waits for a lock. */
    boolean somebodyWaits() {
        return !jdbc.queryForList("""
                select pid from pg_stat_activity where wait_event_type = 'Lock' and query like '%notify.bell%'
                """).isEmpty();
    }

    boolean next(Announcement announcement) {
        return next(announcement, clock.instant());
    }

    Announcement whole(Announcement announcement, Instant now) {
        while (next(announcement, now)) {
            // Until all have it.
        }
        return now(announcement);
    }

    Announcement whole(Announcement announcement) {
        return whole(announcement, clock.instant());
    }

    Announcement now(Announcement announcement) {
        return rows.numbered(announcement.circle(), announcement.number());
    }

    /** Members with addresses, in for an hour. */
    void many(Owner owner, int count) throws IOException {
        scripts.run(
                "many-members.sql",
                Map.of(
                        "circle", owner.circle().value(),
                        "many", count,
                        "now", clock.instant().atOffset(ZoneOffset.UTC)));
    }

    /** How many receipts, notices and mails the members of a circle have of it, each kind of member once: {@code 1 1 1}. */
    List<String> had(CircleId circle, String subject) {
        var receipts = counted("""
                select r.account_id::text
                  from announcements.receipt r
                  join announcements.announcement a on a.circle_id = r.circle_id and a.announcement_id = r.announcement_id
                 where a.subject = ?
                """, subject);
        var notices = counted(
                "select account_id::text from notify.notice where kind = 'announcement' and title = ?", subject);
        var mails = counted("""
                select p.account_id::text
                  from mail.message l
                  join accounts.account p on p.email = l.recipient
                 where l.bulk and l.subject = ?
                """, subject);
        return jdbc
                .queryForList(
                        "select account_id::text from members.membership where circle_id = ? and state = 'active'",
                        String.class,
                        circle.value())
                .stream()
                .map(who -> receipts.getOrDefault(who, 0L) + " " + notices.getOrDefault(who, 0L) + " "
                        + mails.getOrDefault(who, 0L))
                .distinct()
                .toList();
    }

    private Map<String, Long> counted(String statement, String subject) {
        return jdbc.queryForList(statement, String.class, subject).stream()
                .collect(Collectors.groupingBy(who -> who, Collectors.counting()));
    }
}
