package app.teahouse.occasions;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.columns.MarkDone;
import app.teahouse.columns.Opening;
import app.teahouse.columns.SetOpening;
import app.teahouse.columns.SomeColumns;
import app.teahouse.content.SomePosts;
import app.teahouse.guard.ChangeReading;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Surface;
import app.teahouse.members.SomeCircles;
import app.teahouse.reading.Traces;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.testing.TestClock;
import app.teahouse.topics.Topic;
import app.teahouse.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Who has begun a column is told what opens to them: bundled, once, and no more than once a day. */
@TeahouseTest
class OpenedPartsTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeColumns columns;

    @Autowired
    SetOpening setOpening;

    @Autowired
    MarkDone markDone;

    @Autowired
    ChangeReading changeReading;

    @Autowired
    Traces traces;

    @Autowired
    Topics topics;

    @Autowired
    TellOfOpenings tellOfOpenings;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Clock clock;

    @Autowired
    Db db;

    private Owner owner;
    private Member reader;
    private long column;
    private LocalDate joined;

    /** A course of five parts of which the first is open. */
    @BeforeEach
    void a_course() {
        owner = circles.someOwner();
        reader = circles.someMember(owner);
        var parts = new long[5];
        for (var i = 0; i < parts.length; i++) {
            parts[i] = posts.somePost(owner.member(), "Part " + (i + 1), "Words.");
        }
        column = columns.published(owner.member(), "Green tea", true, parts);
        joined = LocalDate.ofInstant(
                reader.standing().joinedAt(), owner.member().face().zone());
    }

    private void opens(long part, Opening opening) {
        setOpening.part(circles.speaker(owner.member(), Surface.POST), column, part, opening);
    }

    private void begin(Member member) {
        traces.opened(member, 1);
        traces.flush();
    }

    /** So many days after joining, an hour after midnight of the circle's zone. */
    private Instant day(int days) {
        return joined.plusDays(days)
                .atStartOfDay(owner.member().face().zone())
                .toInstant()
                .plus(Duration.ofHours(1));
    }

    private void here(Instant then) {
        here(reader, then);
    }

    private void here(Member member, Instant then) {
        TestClock.at(then, () -> tellOfOpenings.here(member.account(), Set.of(owner.circle())));
    }

    /** How many parts each notice tells of, the oldest first. */
    private List<String> told(Member member) {
        return db.sql("""
                select detail
                  from notify.notice
                 where account_id = :account and kind = 'part_opened'
                 order by told_at
                """).with("account", member.account()).all((row, n) -> row.getString(1));
    }

    @Test
    void parts_that_open_by_a_day_or_after_joining_are_told_together_and_once() {
        opens(2, new Opening.OnDay(joined.plusDays(2)));
        opens(3, new Opening.AfterJoining(2));
        opens(4, new Opening.AfterJoining(3));
        begin(reader);

        here(day(1));
        assertThat(told(reader)).isEmpty();
        here(day(2));
        here(day(2).plusSeconds(60));
        assertThat(told(reader)).containsExactly("2");
        here(day(3));
        here(day(4));
        here(day(20));
        assertThat(told(reader)).containsExactly("2", "1");
    }

    @Test
    void who_comes_late_is_told_once_of_all_and_of_nothing_that_they_found_themselves() {
        opens(2, new Opening.AfterJoining(2));
        opens(3, new Opening.AfterJoining(3));
        opens(4, new Opening.AfterJoining(4));
        begin(reader);
        TestClock.at(day(5), () -> {
            traces.opened(reader, 4);
            traces.flush();
        });

        here(day(9));
        assertThat(told(reader)).containsExactly("2");
        here(day(50));
        assertThat(told(reader)).containsExactly("2");
    }

    @Test
    void what_one_opens_oneself_is_told_the_day_after_if_it_still_lies_there() {
        opens(2, new Opening.AfterBefore());
        opens(3, new Opening.AfterBefore());
        begin(reader);
        TestClock.at(day(1), () -> markDone.done(reader, 1));

        here(day(1).plusSeconds(60));
        assertThat(told(reader)).isEmpty();
        here(day(2));
        assertThat(told(reader)).containsExactly("1");
        TestClock.at(day(3), () -> {
            markDone.done(reader, 2);
            traces.opened(reader, 3);
            traces.flush();
        });
        here(day(4));
        assertThat(told(reader)).containsExactly("1");
    }

    @Test
    void nobody_else_is_told() {
        opens(2, new Opening.AfterJoining(2));
        var idle = circles.someMember(owner);
        var staff = circles.someAdmin(owner).member();
        var late = circles.someMember(owner);
        begin(staff);
        TestClock.at(day(5), () -> begin(late));

        for (var one : List.of(idle, staff, late, owner.member())) {
            here(one, day(6));
            assertThat(told(one)).isEmpty();
        }
    }

    @Test
    void what_another_rule_still_closes_is_not_told_nor_what_was_switched_off() {
        opens(2, new Opening.AfterJoining(2));
        begin(reader);
        changeReading.change(circles.partner(owner), new ChangeReading.Asked(false, true, 30, 1));
        db.sql("update members.membership set joined_at = joined_at + interval '1 second' where circle_id = :circle")
                .with("circle", owner.circle())
                .run();
        db.sql("update content.post set published_at = published_at - interval '9 days' where circle_id = :circle")
                .with("circle", owner.circle())
                .run();
        here(day(3));
        assertThat(told(reader)).as("older than newcomers read").isEmpty();

        changeReading.change(circles.partner(owner), new ChangeReading.Asked(false, false, null, null));
        var wanted = new ArrayList<>(topics.wanted(reader));
        wanted.remove(Topic.OPENINGS);
        topics.choose(reader, wanted);
        here(day(3));
        assertThat(told(reader)).as("switched off").isEmpty();
        wanted.add(Topic.OPENINGS);
        topics.choose(reader, wanted);
        here(day(3));
        assertThat(told(reader)).containsExactly("1");
    }

    /** Without the lock on the bell two that stand on both sides of a midnight tell the same twice; without it and the key, of one day. */
    @Test
    void of_two_at_once_one_tells() throws Exception {
        opens(2, new Opening.AfterJoining(2));
        for (var round = 0; round < 8; round++) {
            var member = circles.someMember(owner);
            begin(member);
            db.sql("insert into notify.bell (account_id, fetched_at) values (:account, now())")
                    .with("account", member.account())
                    .run();
            var midnight = day(3).minus(Duration.ofHours(1));
            AtOnce.run(List.of(
                    () -> TestClock.at(midnight.minusMillis(1), () -> here(member)),
                    () -> TestClock.at(midnight, () -> here(member)),
                    () -> TestClock.at(midnight, () -> here(member))));

            assertThat(told(member)).containsExactly("1");
            assertThat(db.sql("select unseen from notify.bell where account_id = :account")
                            .with("account", member.account())
                            .one(Integer.class))
                    .isEqualTo(1);
        }
    }

    private boolean here(Member member) {
        tellOfOpenings.here(member.account(), Set.of(owner.circle()));
        return true;
    }

    @Test
    void it_costs_one_statement_where_nothing_opens_by_and_by() {
        begin(reader);
        Db.countFrom0();
        tellOfOpenings.here(reader.account(), Set.of(owner.circle()));
        assertThat(Db.statements()).isEqualTo(1);
    }

    @Test
    void the_notice_leads_to_the_column_until_it_is_gone() {
        opens(2, new Opening.AfterJoining(2));
        opens(3, new Opening.AfterJoining(2));
        begin(reader);
        here(day(3));

        var list = mvc.get().uri("/notifications").cookie(people.cookie(reader.person()));
        assertThat(list).hasStatusOk().bodyText().contains("2 parts of a column have opened for you", "Green tea");
        var notice = db.sql("select notice_id from notify.notice where account_id = :account and kind = 'part_opened'")
                .with("account", reader.account())
                .one((row, n) -> new app.teahouse.notify.NoticeId(Db.uuid(row, 1)));
        assertThat(mvc.get()
                        .uri("/notifications/" + app.teahouse.kernel.Ids.text(notice))
                        .cookie(people.cookie(reader.person())))
                .hasStatus(303)
                .hasHeader("Location", "/c/" + SomeCircles.slug(owner) + "/columns/" + column);

        assertThat(
                        mvc.post()
                                .uri("/c/" + SomeCircles.slug(owner) + "/manage/columns/" + column + "/about")
                                .cookie(people.cookie(owner.member().person()))
                                .param("name", "Green tea")
                                .param("course", "true")
                                .with(org.springframework.security.test.web.servlet.request
                                        .SecurityMockMvcRequestPostProcessors.csrf()))
                .hasStatus(303);
        assertThat(list)
                .hasStatusOk()
                .bodyText()
                .contains("The column is no longer there.")
                .doesNotContain("Green tea");
    }
}
