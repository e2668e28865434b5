package app.teahouse.announcements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.teahouse.kernel.Member;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.testing.TestClock;
import app.teahouse.topics.Topic;
import app.teahouse.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An announcement reaches everybody it is for, each once. */
@TeahouseTest
@Tag("database15")
class SendAnnouncementTest extends AnnouncementsGround {
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
    Clock clock;

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
