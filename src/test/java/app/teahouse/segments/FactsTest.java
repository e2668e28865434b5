package app.teahouse.segments;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.kernel.Member;
import app.teahouse.kernel.Role;
import app.teahouse.members.Discretion;
import app.teahouse.segments.Condition.AtLeast;
import app.teahouse.segments.Condition.Fact;
import app.teahouse.segments.Condition.GradeIs;
import app.teahouse.segments.Condition.RoleIs;
import app.teahouse.segments.Condition.Within;
import app.teahouse.segments.Filter.Join;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is known of members, as their days go by. */
@TeahouseTest
class FactsTest extends SegmentsGround {
    @Autowired
    Discretion discretion;

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
}
