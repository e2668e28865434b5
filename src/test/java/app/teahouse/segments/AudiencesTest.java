package app.teahouse.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.accounts.SomePeople;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Role;
import app.teahouse.members.Discretion;
import app.teahouse.members.SomeCircles;
import app.teahouse.membertags.ArrangeMemberTags;
import app.teahouse.membertags.GiveTags;
import app.teahouse.membertags.Grouping;
import app.teahouse.membertags.MemberTagId;
import app.teahouse.segments.Condition.AtLeast;
import app.teahouse.segments.Condition.Fact;
import app.teahouse.segments.Condition.GradeIs;
import app.teahouse.segments.Condition.HasTag;
import app.teahouse.segments.Condition.RoleIs;
import app.teahouse.segments.Condition.TimeIs;
import app.teahouse.segments.Condition.Within;
import app.teahouse.segments.Filter.Join;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What is known of members, and who belongs to a segment by it. */
@TeahouseTest
class AudiencesTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    ArrangeMemberTags arrange;

    @Autowired
    GiveTags giveTags;

    @Autowired
    Discretion discretion;

    @Autowired
    KeepFacts keepFacts;

    @Autowired
    Audiences audiences;

    @Autowired
    Facts facts;

    @Autowired
    Segments segments;

    @Autowired
    Db db;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    Owner owner;
    Member ann;
    Member ben;
    Instant now;

    @BeforeEach
    void aCircle() {
        owner = circles.someOwner();
        ann = circles.someMember(owner);
        ben = circles.someMember(owner);
        now = clock.instant();
        db.sql("""
                insert into segments.turn (circle_id, seen_upto, next_at)
                values (:circle, :now, :now)
                on conflict (circle_id) do update set next_at = excluded.next_at
                """).with("circle", owner.circle()).with("now", now).run();
    }

    /** Everything there is to do in the circle at a moment. */
    private void keep(Instant at) {
        db.sql("update segments.turn set next_at = least(next_at, :at) where circle_id = :circle")
                .with("circle", owner.circle())
                .with("at", at)
                .run();
        for (var steps = 0; steps < 1_000; steps++) {
            transaction.executeWithoutResult(_ -> keepFacts.work(owner.circle(), at));
            // Whoever hears of something at this moment holds the row, too.
            if (db.sql("select 1 from segments.turn where circle_id = :circle and next_at > :at")
                    .with("circle", owner.circle())
                    .with("at", at)
                    .exists()) {
                return;
            }
        }
        throw new AssertionError("never done");
    }

    private void set(Member whose, Duration joinedAgo, Duration seenAgo) {
        db.sql("""
                update members.membership
                   set joined_at = :joined, seen_at = :seen
                 where circle_id = :circle and account_id = :account
                """)
                .with("circle", owner.circle())
                .with("account", whose.account())
                .with("joined", now.minus(joinedAgo))
                .with("seen", now.minus(seenAgo))
                .run();
    }

    private List<AccountId> who(Filter filter) {
        var moment = facts.moment(owner.circle(), now);
        var found = filter.ask(db.sql("select f.account_id from segments.fact f"), moment)
                .and(true, "order by f.account_id")
                .with("circle", owner.circle())
                .all((row, n) -> new AccountId(Db.uuid(row, 1)));
        assertThat(audiences.count(owner.circle(), filter, moment)).isEqualTo(found.size());
        return found;
    }

    private List<AccountId> who(Join join, Condition... conditions) {
        return who(new Filter(join, List.of(conditions)));
    }

    private SegmentId builtIn(BuiltIn one) {
        return one.id(owner.circle());
    }

    @Test
    void conditions_go_together_by_all_any_and_none() {
        set(ann, Duration.ofDays(3), Duration.ofHours(1));
        set(ben, Duration.ofDays(100), Duration.ofDays(60));
        var tag = arrange.make(
                circles.staff(owner), new ArrangeMemberTags.Wish(Grouping.EXPERTISE, "", "Design", "jade", ""));
        posts.somePost(ann);
        keep(now);
        give(ben, tag);

        var young = new Within(false, Fact.JOINED, 30);
        var gone = new Within(true, Fact.SEEN, 42);
        var designs = new HasTag(false, tag);
        var leads = new RoleIs(false, Role.OWNER);
        assertThat(who(Join.ALL, young, leads)).containsExactly(owner.account());
        assertThat(who(Join.ALL, gone, designs, new RoleIs(true, Role.OWNER))).containsExactly(ben.account());
        assertThat(who(Join.ANY, designs, leads)).containsExactlyInAnyOrder(ben.account(), owner.account());
        assertThat(who(Join.NONE, designs, leads)).containsExactly(ann.account());
        assertThat(who(Join.ANY, new HasTag(true, tag), leads))
                .containsExactlyInAnyOrder(ann.account(), owner.account());
        assertThat(who(Join.ALL, new AtLeast(false, Fact.WRITTEN, 1))).containsExactly(ann.account());
        assertThat(who(Join.ALL, new AtLeast(true, Fact.POSTS, 1)))
                .containsExactlyInAnyOrder(ben.account(), owner.account());
        assertThat(who(Join.ALL, new TimeIs(true, Condition.Time.NONE))).isEmpty();
        // Whoever never wrote did not write lately either; a time without an end does not end soon.
        assertThat(who(Join.ALL, new Within(true, Fact.WROTE, 30), new RoleIs(true, Role.OWNER)))
                .containsExactly(ben.account());
        assertThat(who(Join.ALL, new Within(false, Fact.ENDS, 3650))).isEmpty();
        assertThat(who(Join.ALL, new Within(true, Fact.ENDS, 3650))).hasSize(3);
    }

    private void give(Member whom, MemberTagId tag) {
        giveTags.change(circles.staff(owner), List.of(whom.standing().number()), List.of(tag), List.of());
    }

    @Test
    void somebody_goes_from_new_through_drifting_to_lost() {
        set(ann, Duration.ofDays(3), Duration.ofHours(1));
        set(ben, Duration.ofDays(100), Duration.ofDays(20));
        keep(now);
        assertThat(audiences.matches(owner.circle(), builtIn(BuiltIn.NEW), ann.account()))
                .isTrue();
        assertThat(audiences.matches(owner.circle(), builtIn(BuiltIn.DRIFTING), ann.account()))
                .isFalse();
        assertThat(audiences.page(owner.circle(), builtIn(BuiltIn.DRIFTING), null, 10))
                .containsExactly(ben.account());

        set(ben, Duration.ofDays(100), Duration.ofDays(50));
        keep(now.plus(Duration.ofDays(1)));
        assertThat(audiences.page(owner.circle(), builtIn(BuiltIn.LOST), null, 10))
                .containsExactly(ben.account());
        assertThat(audiences.choices(owner.circle(), Locale.SIMPLIFIED_CHINESE))
                .contains(new Audiences.Choice(builtIn(BuiltIn.LOST), "流失", 1));
        assertThat(segments.history(
                                owner.circle(),
                                now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(3))
                        .get(builtIn(BuiltIn.LOST)))
                .extracting(SegmentView.Tally::members)
                .containsExactly(0L, 1L);
    }

    @Test
    void days_are_remembered_for_four_weeks_and_make_the_grade() {
        var first = now;
        keep(first);
        for (var day = 19; day <= 30; day++) {
            now = first.plus(Duration.ofDays(day));
            set(ann, Duration.ofDays(90), Duration.ZERO);
            keep(now);
        }
        assertThat(who(Join.ALL, new AtLeast(false, Fact.DAYS, 12), new Within(false, Fact.JOINED, 100)))
                .containsExactly(ann.account());
        assertThat(who(Join.ALL, new AtLeast(false, Fact.DAYS, 13))).isEmpty();
        assertThat(who(Join.ALL, new GradeIs(false, Grade.HIGH))).containsExactly(ann.account());
        now = now.plus(Duration.ofDays(20));
        assertThat(who(Join.ALL, new AtLeast(false, Fact.DAYS, 8))).containsExactly(ann.account());
        assertThat(who(Join.ALL, new AtLeast(false, Fact.DAYS, 9))).isEmpty();
        assertThat(who(Join.ALL, new GradeIs(false, Grade.HIGH))).isEmpty();
    }

    @Test
    void what_somebody_keeps_to_themselves_is_neither_much_nor_little() {
        read(ann, 3);
        read(ben, 1);
        keep(now);
        assertThat(who(Join.ALL, new AtLeast(false, Fact.READ, 3))).containsExactly(ann.account());
        assertThat(who(Join.ALL, new AtLeast(true, Fact.READ, 3)))
                .contains(ben.account())
                .doesNotContain(ann.account());

        discretion.choose(ann.person(), true);
        assertThat(who(Join.ALL, new AtLeast(false, Fact.READ, 3))).isEmpty();
        assertThat(who(Join.ALL, new AtLeast(true, Fact.READ, 3))).doesNotContain(ann.account());
        keep(now.plus(Duration.ofDays(1)));
        assertThat(who(Join.ALL, new AtLeast(true, Fact.READ, 3)))
                .contains(ben.account())
                .doesNotContain(ann.account());
    }

    private void read(Member reader, int many) {
        for (var i = 0; i < many; i++) {
            var number = posts.somePost(owner.member());
            db.sql("""
                    insert into reading.position (circle_id, account_id, number, part, moved_at, opened_at, finished_at)
                    values (:circle, :account, :number, 1000, :now, :now, :now)
                    """)
                    .with("circle", owner.circle())
                    .with("account", reader.account())
                    .with("number", number)
                    .with("now", now.minusSeconds(60))
                    .run();
        }
    }

    /** Without holding the rows first, who looked before the change and waited would write what was true before it. */
    @Test
    void of_many_who_look_at_once_the_last_writes_what_is_true() throws Exception {
        keep(now);
        var actions = new ArrayList<Callable<Boolean>>();
        actions.add(() -> transaction.execute(_ -> {
            db.sql(
                            "update members.membership set role = 'volunteer' where circle_id = :circle and account_id = :account")
                    .with("circle", owner.circle())
                    .with("account", ann.account())
                    .run();
            look();
            return db.sql("select 1 from pg_sleep(0.3)").exists();
        }));
        for (var i = 0; i < 5; i++) {
            actions.add(() -> transaction.execute(_ -> {
                db.sql("select 1 from pg_sleep(0.1)").exists();
                look();
                return true;
            }));
        }
        assertThat(AtOnce.run(actions).done()).hasSize(6);
        assertThat(who(Join.ALL, new RoleIs(false, Role.VOLUNTEER))).containsExactly(ann.account());
    }

    private void look() {
        facts.refresh(owner.circle(), List.of(ann.account(), ben.account()), now);
    }

    @Test
    void pages_go_by_key_through_everybody_once_and_nobody_who_left() {
        var all = new ArrayList<>(List.of(owner.account(), ann.account(), ben.account()));
        for (var i = 0; i < 4; i++) {
            all.add(circles.someMember(owner).account());
        }
        keep(now);
        db.sql("""
                update members.membership
                   set state = 'left', ended_at = :now
                 where circle_id = :circle and account_id = :account
                """)
                .with("circle", owner.circle())
                .with("account", ann.account())
                .with("now", now)
                .run();
        all.remove(ann.account());
        for (var segment : Arrays.asList(builtIn(BuiltIn.NEW), null)) {
            var met = new ArrayList<AccountId>();
            AccountId after = null;
            while (true) {
                var page = audiences.page(owner.circle(), segment, after, 2);
                met.addAll(page);
                if (page.size() < 2) {
                    break;
                }
                after = page.getLast();
            }
            assertThat(met).containsExactlyInAnyOrderElementsOf(all).doesNotHaveDuplicates();
        }
        assertThatThrownBy(() -> audiences.count(owner.circle(), new SegmentId(Ids.next())))
                .hasMessage("segment.unknown");
        assertThat(audiences.count(owner.circle(), null)).isGreaterThan(0);
    }
}
