package app.teahouse.content;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Surface;
import app.teahouse.members.SomeCircles;
import app.teahouse.reactions.Kind;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TeahouseTest
class ReactionsAtOnceTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePosts posts;

    @Autowired
    ReactToPost reactToPost;

    @Autowired
    Gate gate;

    @Autowired
    Db db;

    private long count(long number, app.teahouse.kernel.CircleId circle) {
        return db.sql("select reaction_count from content.post where circle_id = :circle and number = :number")
                .with("circle", circle)
                .with("number", number)
                .one(Long.class);
    }

    @Test
    void fifty_reactions_at_once_are_fifty() throws Exception {
        var owner = circles.someOwner();
        var number = posts.somePost(owner.member());
        var actions = new ArrayList<Callable<Long>>();
        for (var i = 0; i < 50; i++) {
            var speaker = gate.speaker(circles.someMember(owner), Surface.REACTION);
            var kind = i % 2 == 0 ? Kind.LIKE : Kind.CHEER;
            actions.add(() -> reactToPost.react(speaker, number, kind).count());
        }

        var attempts = AtOnce.run(actions);

        assertThat(attempts.refused()).isEmpty();
        assertThat(attempts.done()).hasSize(50).contains(50L);
        assertThat(count(number, owner.circle())).isEqualTo(50);
        assertThat(db.sql("""
                select sum(t.count)
                  from reactions.tally t
                  join content.post p on p.circle_id = t.circle_id and p.post_id = t.target_id
                 where t.circle_id = :circle and p.number = :number
                """)
                        .with("circle", owner.circle())
                        .with("number", number)
                        .one(Long.class))
                .isEqualTo(50);
    }

    @Test
    void one_member_counts_once_however_often_and_in_whatever_way_they_react() throws Exception {
        var owner = circles.someOwner();
        var number = posts.somePost(owner.member());
        var speaker = gate.speaker(circles.someMember(owner), Surface.REACTION);

        AtOnce.run(10, () -> reactToPost.react(speaker, number, Kind.LIKE));
        reactToPost.react(speaker, number, Kind.CHEER);
        assertThat(count(number, owner.circle())).isEqualTo(1);

        assertThat(reactToPost.takeBack(speaker.member(), number).count()).isZero();
        assertThat(reactToPost.takeBack(speaker.member(), number).count()).isZero();
    }
}
