package app.teahouse.away;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The statements by which pictures are claimed and settled. */
@Component
class PictureRows {
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration RECENTLY = Duration.ofMinutes(10);

    private final Db db;

    PictureRows(Db db) {
        this.db = db;
    }

    record Waiting(CircleId circle, PictureId id, String address, String host, AccountId asker) {}

    /** Some that wait, each of another host. Their ids are hashes, so no circle goes before another. */
    List<Waiting> waiting(Instant now, int most) {
        return db.sql("""
                select distinct on (host) circle_id, picture_id, address, host, asked_by
                  from away.picture
                 where state = 'waiting' and (lease_until is null or lease_until < :now)
                 order by host, picture_id
                 limit :most
                """)
                .with("now", now)
                .with("most", most)
                .all((row, n) -> new Waiting(
                        new CircleId(Db.uuid(row, 1)),
                        new PictureId(Db.uuid(row, 2)),
                        row.getString(3),
                        row.getString(4),
                        new AccountId(Db.uuid(row, 5))));
    }

    /** Answers whether it is ours until the lease ends: of two who claim at once one does. */
    boolean claim(Waiting picture, Instant now) {
        return db.sql("""
                update away.picture
                   set lease_until = :until, tries = tries + 1
                 where circle_id = :circle and picture_id = :picture and state = 'waiting'
                   and (lease_until is null or lease_until < :now)
                """)
                        .with("circle", picture.circle())
                        .with("picture", picture.id())
                        .with("now", now)
                        .with("until", now.plus(LEASE))
                        .run()
                == 1;
    }

    /** Answers false where somebody settled it, or called it off, meanwhile. */
    boolean fetched(Waiting picture, Instant now) {
        return db.sql("""
                update away.picture
                   set state = 'fetched', lease_until = null, tried_at = :now
                 where circle_id = :circle and picture_id = :picture and state = 'waiting'
                """)
                        .with("circle", picture.circle())
                        .with("picture", picture.id())
                        .with("now", now)
                        .run()
                == 1;
    }

    /** The posts that show it are to be made anew. */
    void due(Waiting picture) {
        db.sql("update away.use set due = true where circle_id = :circle and picture_id = :picture")
                .with("circle", picture.circle())
                .with("picture", picture.id())
                .run();
    }

    void failed(Waiting picture, Reason reason, Instant now) {
        db.sql("""
                update away.picture
                   set state = 'failed', reason = :reason, lease_until = null, tried_at = :now
                 where circle_id = :circle and picture_id = :picture and state = 'waiting'
                """)
                .with("circle", picture.circle())
                .with("picture", picture.id())
                .with("reason", reason)
                .with("now", now)
                .run();
    }

    /** Where a host has given nothing and missed so often for this reason, its other pictures are not waited for. */
    void giveUp(Waiting picture, Reason reason, Instant now) {
        db.sql("""
                update away.picture
                   set state = 'failed', reason = :reason, tried_at = :now
                 where circle_id = :circle and host = :host and state = 'waiting'
                   and (lease_until is null or lease_until < :now)
                   and :patience <= (select count(*)
                                       from (select 1
                                               from away.picture
                                              where circle_id = :circle and host = :host and state = 'failed'
                                                and reason = :reason and tried_at > :recently
                                              limit :patience) missed)
                   and not exists (select 1
                                     from away.picture
                                    where circle_id = :circle and host = :host and state = 'fetched')
                """)
                .with("circle", picture.circle())
                .with("host", picture.host())
                .with("reason", reason)
                .with("patience", reason.patience())
                .with("now", now)
                .with("recently", now.minus(RECENTLY))
                .run();
    }

    /** None of the circle's pictures can be had now. */
    void giveUpAll(CircleId circle, Instant now) {
        db.sql("""
                update away.picture
                   set state = 'failed', reason = 'offline', tried_at = :now
                 where circle_id = :circle and state = 'waiting' and (lease_until is null or lease_until < :now)
                """).with("circle", circle).with("now", now).run();
    }
}
