package app.teahouse.circles;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.ReadingRules;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes a circle's own row for the rooms that decide who may come in ({@code access}) and how it ends ({@code endings}). */
@Component
public class CircleRow {
    private final Db db;

    CircleRow(Db db) {
        this.db = db;
    }

    /**
     * One statement, so that the checks of the table hold at every moment.
     *
     * @param passwordHash of a new join password; null keeps the one there is
     */
    public void access(Partner partner, Access wish, @Nullable String passwordHash) {
        db.sql("""
                update circles.circle
                   set visibility = :visibility, join_mode = :joinMode, public_reading = :public, teasers = :teasers,
                       join_password = case when :joinMode = 'password' then coalesce(:hash, join_password) end,
                       version = version + 1
                 where circle_id = :circle
                """)
                .with("circle", partner.circle())
                .with("visibility", wish.visibility())
                .with("joinMode", wish.joinMode())
                .with("public", wish.publicReading())
                .with("teasers", wish.teasers())
                .with("hash", passwordHash)
                .run();
    }

    /** What costs something is read by members only. */
    public void price(Partner partner, Circle.Price price) {
        db.sql("""
                update circles.circle
                   set price = :price, version = version + 1, public_reading = public_reading and :price = 'free'
                 where circle_id = :circle
                """).with("circle", partner.circle()).with("price", price).run();
    }

    /** What newcomers may read, and whether words are protected. */
    public void reading(Partner partner, ReadingRules rules) {
        var newcomers = rules.newcomers();
        db.sql("""
                update circles.circle
                   set protection = :protection, newcomer_days = :days, newcomer_before = :before, newcomer_since = :since,
                       version = version + 1
                 where circle_id = :circle
                """)
                .with("circle", partner.circle())
                .with("protection", rules.isProtected())
                .with("days", newcomers == null ? null : newcomers.days())
                .with("before", newcomers == null ? null : newcomers.before())
                .with("since", newcomers == null ? null : newcomers.since())
                .run();
    }

    /** Answers whether it was active. */
    public boolean archive(Partner partner) {
        return db.sql("""
                update circles.circle
                   set state = 'archived', version = version + 1
                 where circle_id = :circle and state = 'active'
                """).with("circle", partner.circle()).run() == 1;
    }

    /** Answers whether it was archived. */
    public boolean open(Partner partner) {
        return db.sql("""
                update circles.circle
                   set state = 'active', version = version + 1
                 where circle_id = :circle and state = 'archived'
                """).with("circle", partner.circle()).run() == 1;
    }

    /** Answers whether it was not being deleted already. */
    public boolean delete(Owner owner, Instant at) {
        return db.sql("""
                update circles.circle
                   set state = 'deleting', delete_at = :at, version = version + 1
                 where circle_id = :circle and state <> 'deleting'
                """).with("circle", owner.circle()).with("at", at).run() == 1;
    }

    /** Answers whether it was being deleted, and there still was time to think again. */
    public boolean keep(Owner owner, Instant now) {
        return db.sql("""
                update circles.circle
                   set state = 'active', delete_at = null, version = version + 1
                 where circle_id = :circle and state = 'deleting' and delete_at > :now
                """).with("circle", owner.circle()).with("now", now).run() == 1;
    }

    /** Takes away what this room has of a circle, after all others did. Its addresses stay claimed. */
    public void erase(CircleId circle) {
        db.sql("delete from circles.question where circle_id = :circle")
                .with("circle", circle)
                .run();
        db.sql("delete from circles.rules where circle_id = :circle")
                .with("circle", circle)
                .run();
        db.sql("delete from circles.pulse where circle_id = :circle")
                .with("circle", circle)
                .run();
        db.sql("delete from circles.circle where circle_id = :circle")
                .with("circle", circle)
                .run();
    }
}
