package app.teahouse.following;

import app.teahouse.departures.Archive;
import app.teahouse.departures.Leaving;
import app.teahouse.departures.OwnData;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.members.Belongings;
import app.teahouse.members.CirclesOf;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who deletes their account follows nothing any more, and is followed by nobody. */
@Component
@Order(-7)
class LeaveFollowing implements Leaving, Belongings, OwnData {
    private static final int STEP = 200;

    private final Db db;
    private final CirclesOf circlesOf;

    LeaveFollowing(Db db, CirclesOf circlesOf) {
        this.db = db;
        this.circlesOf = circlesOf;
    }

    private record Follow(UUID circle, String target, Instant since) {}

    @Override
    @Transactional
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        var gone = db.sql("""
                delete from following.follow
                 where account_id = :account
                   and (circle_id, target) in (select circle_id, target
                                                 from following.follow
                                                where account_id = :account
                                                limit :most)
                returning circle_id, target, followed_at
                """)
                .with("account", account)
                .with("most", STEP)
                .all((row, n) -> new Follow(Db.uuid(row, 1), row.getString(2), Db.instant(row, 3)));
        gone.stream()
                .map(follow -> new Thing(new CircleId(follow.circle()), follow.target()))
                .sorted()
                .forEach(this::lower);
        forgetFollowers(account);
        return gone.size() == STEP;
    }

    /** In one order, so that two who leave at once never wait for each other. */
    private record Thing(CircleId circle, String target) implements Comparable<Thing> {
        @Override
        public int compareTo(Thing other) {
            var byCircle = circle.value().compareTo(other.circle.value());
            return byCircle == 0 ? target.compareTo(other.target) : byCircle;
        }
    }

    private void lower(Thing thing) {
        db.sql("""
                update following.followed
                   set followers = greatest(0, followers - 1)
                 where circle_id = :circle and target = :target
                """)
                .with("circle", thing.circle())
                .with("target", thing.target())
                .run();
    }

    private void forgetFollowers(AccountId account) {
        var circles = circlesOf.all(account);
        db.sql("delete from following.followed where circle_id = any(:circles) and target = :target")
                .withIds("circles", circles)
                .with("target", Follows.author(account))
                .run();
    }

    @Override
    public void forget(CircleId circle, Collection<AccountId> accounts) {
        db.sql("delete from following.follow where account_id = any(:accounts) and circle_id = :circle")
                .withIds("accounts", accounts)
                .with("circle", circle)
                .run();
    }

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        archive.json(
                "following.json",
                db.sql("""
                        select circle_id, target, followed_at
                          from following.follow
                         where account_id = :account
                         order by followed_at, circle_id, target
                         limit 10000
                        """)
                        .with("account", account)
                        .all((row, n) -> new Follow(Db.uuid(row, 1), row.getString(2), Db.instant(row, 3))));
    }
}
