package app.teahouse.segments;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.content.SomePosts;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.members.SomeCircles;
import app.teahouse.segments.Filter.Join;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A circle with two members, whose days are told. */
abstract class SegmentsGround {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePosts posts;

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
    void keep(Instant at) {
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

    void set(Member whose, Duration joinedAgo, Duration seenAgo) {
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

    List<AccountId> who(Filter filter) {
        var moment = facts.moment(owner.circle(), now);
        var found = filter.ask(db.sql("select f.account_id from segments.fact f"), moment)
                .and(true, "order by f.account_id")
                .with("circle", owner.circle())
                .all((row, n) -> new AccountId(Db.uuid(row, 1)));
        assertThat(audiences.count(owner.circle(), filter, moment)).isEqualTo(found.size());
        return found;
    }

    List<AccountId> who(Join join, Condition... conditions) {
        return who(new Filter(join, List.of(conditions)));
    }

    SegmentId builtIn(BuiltIn one) {
        return one.id(owner.circle());
    }
}
