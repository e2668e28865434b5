package app.teahouse.circles;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.ReadingRules;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes a circle's own row for the rooms that decide who may come in ({@code access}) and how it ends ({@code endings}). */
@Component
public class CircleRow {
    /** How long an owner who deletes a circle has to think again. */
    public static final Duration TO_THINK = Duration.ofDays(14);

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
                 where circle_id = :circle and state in ('active', 'archived')
                """).with("circle", owner.circle()).with("at", at).run() == 1;
    }

    /** Answers whether it was being deleted, and there still was time to think again. */
    public boolean keep(Owner owner, Instant now) {
        return db.sql("""
                update circles.circle
                   set state = 'active', delete_at = null, version = version + 1
                 where circle_id = :circle and state = 'deleting' and halted_at is null and delete_at > :now
                """).with("circle", owner.circle()).with("now", now).run() == 1;
    }

    /** Answers whether it stood as its owner left it, and was not being deleted. */
    public boolean freeze(Operator operator, CircleId circle, String reason, @Nullable Instant until, Instant now) {
        return db.sql("""
                update circles.circle
                   set halted_from = state, state = 'frozen', halted_at = :now, halt_reason = :reason, halt_until = :until,
                       version = version + 1
                 where circle_id = :circle and state in ('active', 'archived')
                """)
                        .with("circle", circle)
                        .with("reason", reason)
                        .with("until", until)
                        .with("now", now)
                        .run()
                == 1;
    }

    /** It will be gone then, also where it was frozen, or its owner was deleting it. Answers whether no operator had closed it. */
    public boolean close(Operator operator, CircleId circle, String reason, Instant at, Instant now) {
        return db.sql("""
                update circles.circle
                   set halted_from = coalesce(halted_from, state), state = 'deleting', delete_at = :at, halted_at = :now,
                       halt_reason = :reason, halt_until = :at, version = version + 1
                 where circle_id = :circle and (state <> 'deleting' or halted_at is null)
                """)
                        .with("circle", circle)
                        .with("reason", reason)
                        .with("at", at)
                        .with("now", now)
                        .run()
                == 1;
    }

    /** As it was before it was halted; an owner who was deleting it thinks anew. Answers whether it was, and is not gone. */
    public boolean resume(CircleId circle, Instant now) {
        return db.sql("""
                update circles.circle
                   set state = halted_from, delete_at = case when halted_from = 'deleting' then :anew end, halted_from = null, halted_at = null, halt_reason = '',
                       halt_until = null, version = version + 1
                 where circle_id = :circle and halted_at is not null and (delete_at is null or delete_at > :now)
                """)
                        .with("circle", circle)
                        .with("now", now)
                        .with("anew", now.plus(TO_THINK))
                        .run()
                == 1;
    }

    /** A closed circle with money that is not settled stays for a while longer. */
    public void putOff(CircleId circle, Instant at) {
        db.sql("""
                update circles.circle
                   set delete_at = :at, halt_until = :at, version = version + 1
                 where circle_id = :circle and state = 'deleting' and halted_at is not null
                """).with("circle", circle).with("at", at).run();
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
