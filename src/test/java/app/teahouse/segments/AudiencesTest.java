package app.teahouse.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Role;
import app.teahouse.membertags.ArrangeMemberTags;
import app.teahouse.membertags.GiveTags;
import app.teahouse.membertags.Grouping;
import app.teahouse.membertags.MemberTagId;
import app.teahouse.segments.Condition.AtLeast;
import app.teahouse.segments.Condition.Fact;
import app.teahouse.segments.Condition.HasTag;
import app.teahouse.segments.Condition.RoleIs;
import app.teahouse.segments.Condition.TimeIs;
import app.teahouse.segments.Condition.Within;
import app.teahouse.segments.Filter.Join;
import app.teahouse.testing.TeahouseTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who belongs to a segment, all of them and each once. */
@TeahouseTest
class AudiencesTest extends SegmentsGround {
    @Autowired
    ArrangeMemberTags arrange;

    @Autowired
    GiveTags giveTags;

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
