package app.teahouse.announcements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Staff;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.testing.TestClock;
import app.teahouse.topics.Topic;
import app.teahouse.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** An announcement reaches everybody it is for, each once, whoever presses and carries at the same moment. */
@TeahouseTest
@Tag("database15")
class SendAnnouncementTest {
    @Autowired
    SomeAnnouncements some;

    @Autowired
    DraftAnnouncement draft;

    @Autowired
    SendAnnouncement send;

    @Autowired
    CarryAnnouncements carry;

    @Autowired
    AnnouncementRows rows;

    @Autowired
    WeeklyLimit weeklyLimit;

    @Autowired
    Inbox inbox;

    @Autowired
    Topics topics;

    @Autowired
    SomeCircles circles;

    @Autowired
    Clock clock;

    @Autowired
    JdbcTemplate jdbc;

    Owner owner;
    Staff staff;
    String subject = "";

    @BeforeEach
    void aCircle() {
        owner = circles.someOwner();
        staff = circles.staff(owner);
        subject = "Tea for " + owner.circle().value();
    }

    private List<String> had() {
        return some.had(owner.circle(), subject);
    }

    @Test
    void everybody_gets_it_once_and_who_joins_later_does_not() throws Exception {
        some.many(owner, 120);
        var announcement = some.sent(owner, subject);
        assertThat(some.next(announcement)).as("it begins").isTrue();
        assertThat(some.next(announcement)).as("a hundred").isTrue();
        var late = later(() -> circles.someMember(owner));
        assertThat(some.next(announcement)).as("the others").isFalse();

        var sent = some.now(announcement);
        assertThat(sent.stage()).isInstanceOf(Stage.Sent.class);
        assertThat(sent.tally()).isEqualTo(new Tally(121, 121, 0, 121, 0, 0, 0));
        assertThat(inbox.one(late, sent.number())).isEmpty();
        jdbc.update(
                "delete from members.membership where circle_id = ? and account_id = ?",
                owner.circle().value(),
                late.account().value());
        assertThat(had()).containsExactly("1 1 1");

        var html = jdbc.queryForList(
                "select body_html from mail.message where subject = ? limit 1", String.class, subject);
        assertThat(html.getFirst())
                .contains("<strong>Tea</strong>", "href=\"http", "/unsubscribe/")
                .doesNotContain("href=\"/", "<img");
        assertThat(jdbc.queryForList(
                                "select body_text from mail.message where subject = ? limit 1", String.class, subject)
                        .getFirst())
                .containsPattern("Tea at five \\(http[^)]*/c/tea\\)")
                .doesNotContain("**");
        await().untilAsserted(() -> assertThat(jdbc.queryForList(
                        "select kind || ' ' || about from log.entry where circle_id = ?",
                        String.class,
                        owner.circle().value()))
                .containsExactly("announced " + subject));
    }

    /** Whoever does it joins a moment after now. */
    private Member later(Callable<Member> action) throws Exception {
        return TestClock.at(clock.instant().plusSeconds(5), action);
    }

    @Test
    void mails_keep_to_the_week_and_to_what_members_wish() {
        var off = circles.someMember(owner);
        var lost = circles.someMember(owner);
        topics.choose(off.account(), owner.circle(), Topic.ANNOUNCEMENT_MAIL, false);
        jdbc.update(
                "update accounts.account set email = null where account_id = ?",
                lost.account().value());
        weeklyLimit.choose(owner, 1);

        var now = clock.instant();
        assertThat(some.whole(some.sent(owner, subject), now).tally()).isEqualTo(new Tally(3, 3, 0, 1, 0, 1, 1));
        assertThat(some.whole(some.sent(owner, subject + " 2"), now).tally()).isEqualTo(new Tally(3, 3, 0, 0, 1, 1, 1));
        var nextWeek = now.plus(Duration.ofDays(7));
        assertThat(some.whole(some.sent(owner, subject + " 3"), nextWeek)
                        .tally()
                        .mailed())
                .isEqualTo(1);
    }

    /** Seen failing without the lock on the row: all eight were done. */
    @Test
    void pressed_by_eight_at_once_it_is_sent_by_one() throws Exception {
        var number = some.drafted(staff, subject);
        var outcome = AtOnce.run(8, () -> {
            send.send(staff, number, 0, null);
            return true;
        });
        assertThat(outcome.done()).hasSize(1);
        assertThat(outcome.refused()).hasSize(7).containsOnly("announcement.not-draft");
    }

    /** Nothing but the key of receipts and the lock on the row; no lease keeps them apart. */
    @Test
    void four_who_carry_it_at_once_tell_everybody_once() throws Exception {
        some.many(owner, 250);
        var announcement = some.sent(owner, subject);
        AtOnce.run(4, () -> some.whole(announcement));
        assertThat(had()).containsExactly("1 1 1");
        assertThat(some.now(announcement).tally()).isEqualTo(new Tally(251, 251, 0, 251, 0, 0, 0));
    }

    /** Seen failing without the lock on the row: it began twice. */
    @Test
    void of_two_who_take_it_at_once_one_begins_it() throws Exception {
        var announcement = some.sent(owner, subject);
        whileOpen(announcement, () -> some.whole(announcement));
        assertThat(begun()).isEqualTo(1);
        assertThat(had()).containsExactly("1 1 1");
    }

    /** Something is done while another has begun and is not through: it waits for that. */
    private <T> T whileOpen(Announcement announcement, Callable<T> action) throws Exception {
        var inside = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> some.next(announcement, () -> {
                inside.countDown();
                goOn.await();
                return true;
            }));
            inside.await();
            var second = threads.submit(action);
            letItWait(second);
            goOn.countDown();
            first.get();
            return second.get();
        }
    }

    /** Whether it waits shows in what came of it. */
    private static void letItWait(Future<?> future) throws Exception {
        try {
            future.get(400, TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            // As it should.
        }
    }

    private int begun() {
        return jdbc.queryForList(
                        "select kind from log.entry where circle_id = ? and kind = 'announced'",
                        owner.circle().value())
                .size();
    }

    /** Two announcements at once: the last mail of the week is taken by one. Seen failing where the week was read first. */
    @Test
    void several_at_once_keep_to_the_limit_together() throws Exception {
        some.many(owner, 40);
        var one = some.sent(owner, subject);
        var actions = new ArrayList<Callable<Announcement>>();
        for (var i = 0; i < 4; i++) {
            var other = some.sent(owner, subject + " " + i);
            actions.add(() -> some.whole(other));
        }
        actions.add(() -> some.whole(one));
        var mailed = AtOnce.run(actions).done().stream()
                .mapToLong(done -> done.tally().mailed())
                .sum();
        assertThat(mailed).isEqualTo(41 * 2);
    }

    /** Their bells are held, so the hundred is half told when it is stopped. Seen failing without the lock: they were told after that. */
    @Test
    void what_is_stopped_stops_where_it_is() throws Exception {
        some.many(owner, 150);
        var announcement = some.sent(owner, subject);
        some.next(announcement);
        assertThatThrownBy(() -> send.stop(staff, announcement.number(), "scheduled"))
                .hasMessage("announcement.begun");
        assertThatThrownBy(() -> send.stop(staff, announcement.number(), "Scheduled"))
                .hasMessage("field.unknown-choice");
        var reached = new AtomicLong();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            some.whileBellsAreHeld(owner.circle(), () -> {
                var telling = threads.submit(() -> some.next(announcement));
                await().until(some::somebodyWaits);
                assertThat(telling).isNotDone();
                letItWait(threads.submit(() -> {
                    send.stop(staff, announcement.number(), "sending");
                    reached.set(receipts(announcement));
                    return true;
                }));
                return true;
            });
        }
        assertThat(some.next(announcement)).isFalse();
        assertThat(reached.get()).isEqualTo(100);
        assertThat(receipts(announcement)).isEqualTo(100);
        assertThat(some.now(announcement).stage()).isInstanceOf(Stage.Cancelled.class);
        assertThat(some.now(announcement).tally().reached()).isEqualTo(100);
        assertThat(had()).containsExactlyInAnyOrder("1 1 1", "0 0 0");
        assertThatThrownBy(() -> send.stop(staff, announcement.number(), "sending"))
                .hasMessage("announcement.over");
    }

    private long receipts(Announcement announcement) {
        return jdbc.queryForList(
                        "select account_id from announcements.receipt where circle_id = ? and announcement_id = ?",
                        announcement.circle().value(),
                        announcement.id().value())
                .size();
    }

    @Test
    void what_waits_can_be_taken_back_and_goes_at_its_time() {
        var number = some.drafted(staff, subject);
        var then = clock.instant().plus(Duration.ofDays(2));
        assertThatThrownBy(() -> send.send(staff, number, 1, then)).hasMessage("announcement.changed");
        assertThatThrownBy(() -> send.send(staff, number, 0, clock.instant().minus(Duration.ofHours(1))))
                .hasMessage("announcement.moment");
        send.send(staff, number, 0, then);
        assertThatThrownBy(() -> draft.drop(staff, number)).hasMessage("announcement.not-draft");
        send.stop(staff, number, "scheduled");
        assertThat(rows.numbered(owner.circle(), number).stage()).isInstanceOf(Stage.Draft.class);

        assertThatThrownBy(
                        () -> draft.change(staff, number, 7, new DraftAnnouncement.Wish(subject, "Later", null, false)))
                .hasMessage("announcement.changed");
        draft.change(staff, number, 0, new DraftAnnouncement.Wish(subject, "Later", null, false));
        send.send(staff, number, 1, then);
        carry(clock.instant());
        assertThat(had()).containsExactly("0 0 0");
        carry(then);
        assertThat(had()).containsExactly("1 1 0");
    }

    private void carry(Instant now) {
        for (var i = 0; i < 10 && carry.step(now); i++) {
            // What else is due.
        }
    }

    @Test
    void nobody_announces_who_is_no_staff_any_more() {
        var admin = circles.someAdmin(owner);
        var number = some.drafted(admin, subject);
        send.send(admin, number, 0, null);
        jdbc.update(
                "update members.membership set role = 'member' where circle_id = ? and account_id = ?",
                owner.circle().value(),
                admin.account().value());
        var announcement = some.whole(rows.numbered(owner.circle(), number));
        assertThat(announcement.stage()).isInstanceOf(Stage.Draft.class);
        assertThat(had()).containsExactly("0 0 0");
    }

    @Test
    void opening_it_counts_once_and_putting_it_away_does_not() throws Exception {
        var member = circles.someMember(owner);
        var announcement = some.whole(some.sent(owner, subject));
        var since = clock.instant().minus(Newest.FRESH);
        assertThat(inbox.unread(member, since)).isPresent();
        inbox.putAway(member, announcement.number(), clock.instant());
        assertThat(inbox.unread(member, since)).isEmpty();
        AtOnce.run(6, () -> {
            inbox.open(member, announcement.number(), clock.instant());
            return true;
        });
        assertThat(some.now(announcement).tally().read()).isEqualTo(1);
    }
}
