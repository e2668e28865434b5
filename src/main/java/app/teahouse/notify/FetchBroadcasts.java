package app.teahouse.notify;

import app.teahouse.blocks.Blocks;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.topics.Topic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings somebody who is here the broadcasts of their circles since the last time, as notices of their own. So the work is done
 * for those who come, never for all members. Bounded by 200 circles, 500 follows and 100 notices.
 */
@Component
public class FetchBroadcasts {
    private static final Duration FIRST_TIME = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(30);

    /** Broadcasts are looked at again for a minute: one that was made earlier may be committed later. The key drops doubles. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private static final int MOST = 100;

    private final Db db;
    private final Clock clock;
    private final StillThere stillThere;
    private final Bells bells;
    private final Blocks blocks;

    FetchBroadcasts(Db db, Clock clock, StillThere stillThere, Bells bells, Blocks blocks) {
        this.db = db;
        this.clock = clock;
        this.stillThere = stillThere;
        this.bells = bells;
        this.blocks = blocks;
    }

    /** Answers the circles they are in. */
    @Transactional
    public Set<CircleId> fetch(AccountId account) {
        var now = clock.instant();
        var since = since(account, now);
        var joined = joined(account);
        var muted = muted(account);

        var blocked = blocked(account, joined.keySet());
        var fresh = 0;
        var broadcasts = broadcasts(joined.keySet(), follows(account, joined.keySet()), since);
        var there =
                stillThere.among(account, broadcasts.stream().map(Found::place).toList());
        for (var found : broadcasts) {
            var topic = found.kind().topic();
            var wanted = there.has(found.place())
                    && !found.actor().equals(account)
                    && found.at().isAfter(joined.getOrDefault(found.circle(), Instant.MAX))
                    && !(found.kind().isOfBlocked() && blocked.contains(new Blocked(found.circle(), found.actor())))
                    && (topic == null || !muted.contains(new Muted(found.circle(), topic)));
            if (wanted && insert(account, found)) {
                fresh++;
            }
        }
        mark(account, now);
        if (fresh > 0) {
            bells.ring(account, fresh);
        }
        return joined.keySet();
    }

    private record Found(
            CircleId circle,
            NoticeKind kind,
            String about,
            @Nullable Long number,
            @Nullable UUID comment,
            AccountId actor,
            String name,
            @Nullable String picture,
            String title,
            String excerpt,
            Instant at) {

        StillThere.Place place() {
            return kind.isOfColumn() && number != null
                    ? StillThere.Place.column(circle, number)
                    : StillThere.Place.of(circle, number, comment);
        }
    }

    private record Muted(CircleId circle, Topic topic) {}

    private record Blocked(CircleId circle, AccountId other) {}

    private Set<Blocked> blocked(AccountId account, Set<CircleId> circles) {
        return blocks.of(account, circles).stream()
                .map(one -> new Blocked(one.circle(), one.other()))
                .collect(Collectors.toSet());
    }

    private record Follow(CircleId circle, String target) {}

    private Instant since(AccountId account, Instant now) {
        var before = db.sql("select fetched_at from notify.bell where account_id = :account and fetched_at is not null")
                .with("account", account)
                .maybe((row, n) -> Db.instant(row, 1))
                .orElse(now.minus(FIRST_TIME));
        var longest = now.minus(LONGEST);
        return before.isBefore(longest) ? longest : before.minus(OVERLAP);
    }

    private Map<CircleId, Instant> joined(AccountId account) {
        record Row(CircleId circle, Instant at) {}
        return db
                .sql("""
                select circle_id, joined_at
                  from members.account_circle
                 where account_id = :account and state = 'active'
                 order by visited_at desc, circle_id
                 limit 200
                """)
                .with("account", account)
                .all((row, n) -> new Row(new CircleId(Db.uuid(row, 1)), Db.instant(row, 2)))
                .stream()
                .collect(Collectors.toMap(Row::circle, Row::at));
    }

    private Set<Muted> muted(AccountId account) {
        return new HashSet<>(db.sql("""
                select circle_id, topic
                  from topics.muted
                 where account_id = :account
                 order by circle_id, topic
                 limit 2000
                """)
                .with("account", account)
                .all((row, n) -> new Muted(new CircleId(Db.uuid(row, 1)), Db.constant(Topic.class, row.getString(2)))));
    }

    private List<Follow> follows(AccountId account, Set<CircleId> circles) {
        return db
                .sql("""
                select circle_id, target
                  from following.follow
                 where account_id = :account
                 order by followed_at desc, circle_id, target
                 limit 500
                """)
                .with("account", account)
                .all((row, n) -> new Follow(new CircleId(Db.uuid(row, 1)), row.getString(2)))
                .stream()
                .filter(follow -> circles.contains(follow.circle()))
                .toList();
    }

    /** One look into the index for each circle and each thing followed; what is for all comes before what is followed. */
    private List<Found> broadcasts(Set<CircleId> circles, List<Follow> follows, Instant since) {
        if (circles.isEmpty()) {
            return List.of();
        }
        var ids = new ArrayList<>(circles);
        var audiences = new ArrayList<>(ids.stream().map(_ -> BroadcastNews.ALL).toList());
        follows.forEach(follow -> {
            ids.add(follow.circle());
            audiences.add(follow.target());
        });
        return db
                .sql("""
                select b.circle_id, b.kind, b.about, b.number, b.comment_id, b.actor_id, b.actor_name, b.actor_picture,
                       b.title, b.excerpt, b.made_at
                  from unnest(:circles, :audiences) as wanted (circle_id, audience)
                  join notify.broadcast b on b.circle_id = wanted.circle_id and b.audience = wanted.audience
                 where b.made_at > :since
                 order by b.made_at desc, b.about, b.audience
                 limit :most
                """)
                .withIds("circles", ids)
                .withTexts("audiences", audiences)
                .with("since", since)
                .with("most", MOST)
                .all((row, n) -> found(row))
                .stream()
                .sorted(java.util.Comparator.comparing(Found::kind))
                .toList();
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                new CircleId(Db.uuid(row, 1)),
                Db.constant(NoticeKind.class, row.getString(2)),
                row.getString(3),
                row.getObject(4, Long.class),
                Db.maybeUuid(row, 5),
                new AccountId(Db.uuid(row, 6)),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                Db.instant(row, 11));
    }

    private boolean insert(AccountId account, Found found) {
        return db.sql("""
                insert into notify.notice
                       (account_id, notice_id, circle_id, kind, about, number, comment_id, actor_id, actor_name,
                        actor_picture, title, excerpt, told_at)
                values (:account, :notice, :circle, :kind, :about, :number, :comment, :actor, :name,
                        :picture, :title, :excerpt, :at)
                on conflict (account_id, circle_id, about) where kind <> 'reaction' do nothing
                """)
                        .with("account", account)
                        .with("notice", Ids.next())
                        .with("circle", found.circle())
                        .with("kind", found.kind())
                        .with("about", found.about())
                        .with("number", found.number())
                        .with("comment", found.comment())
                        .with("actor", found.actor())
                        .with("name", found.name())
                        .with("picture", found.picture())
                        .with("title", found.title())
                        .with("excerpt", found.excerpt())
                        .with("at", found.at())
                        .run()
                == 1;
    }

    private void mark(AccountId account, Instant now) {
        db.sql("""
                insert into notify.bell as b (account_id, fetched_at)
                values (:account, :now)
                on conflict (account_id) do update set fetched_at = greatest(b.fetched_at, excluded.fetched_at)
                """).with("account", account).with("now", now).run();
    }
}
