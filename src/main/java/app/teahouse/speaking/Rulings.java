package app.teahouse.speaking;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Surface;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of rulings. Whoever writes holds the member's row locked, so that one ruling follows the other. */
@Component
public class Rulings {
    private final Db db;

    Rulings(Db db) {
        this.db = db;
    }

    public void add(Ruling ruling) {
        db.sql("""
                insert into speaking.ruling
                       (circle_id, ruling_id, account_id, kind, preset, surfaces, reason, until, review, about, made_by, made_at)
                values (:circle, :id, :account, :kind, :preset, :surfaces, :reason, :until, :review, :about, :by, :at)
                """)
                .with("circle", ruling.circle())
                .with("id", ruling.id())
                .with("account", ruling.account())
                .with("kind", ruling.kind())
                .with("preset", ruling.preset())
                .withTexts("surfaces", ruling.surfaces().stream().map(Db::name).toList())
                .with("reason", ruling.reason())
                .with("until", ruling.until())
                .with("review", ruling.review())
                .with("about", ruling.about())
                .with("by", ruling.madeBy())
                .with("at", ruling.madeAt())
                .run();
    }

    /** @return whether it was in force */
    public boolean end(CircleId circle, RulingId id, Ruling.End end) {
        return db.sql("""
                update speaking.ruling
                   set ended_at = :at, ended_by = :by, ended_how = :how, ended_reason = :reason
                 where circle_id = :circle and ruling_id = :id and ended_at is null
                """)
                        .with("circle", circle)
                        .with("id", id)
                        .with("at", end.at())
                        .with("by", end.by())
                        .with("how", end.how())
                        .with("reason", end.reason())
                        .run()
                == 1;
    }

    public Optional<Ruling> byId(CircleId circle, RulingId id) {
        return db.sql("""
                select circle_id, ruling_id, account_id, kind, preset, surfaces, reason, until, review, about, made_by, made_at,
                       ended_at, ended_by, ended_how, ended_reason
                  from speaking.ruling
                 where circle_id = :circle and ruling_id = :id
                """).with("circle", circle).with("id", id).maybe((row, n) -> read(row));
    }

    /** The one in force; its time may be over, and the job that says so still to come. */
    public Optional<Ruling> inForce(CircleId circle, AccountId account, Ruling.Kind kind) {
        return db.sql("""
                select circle_id, ruling_id, account_id, kind, preset, surfaces, reason, until, review, about, made_by, made_at,
                       ended_at, ended_by, ended_how, ended_reason
                  from speaking.ruling
                 where circle_id = :circle and account_id = :account and kind = :kind and ended_at is null
                """)
                .with("circle", circle)
                .with("account", account)
                .with("kind", kind)
                .maybe((row, n) -> read(row));
    }

    /** All that was ever said about a member, the newest first. */
    public Cursor<Ruling> ofMember(CircleId circle, AccountId account, @Nullable RulingId before, int size) {
        var found = db.sql("""
                select circle_id, ruling_id, account_id, kind, preset, surfaces, reason, until, review, about, made_by, made_at,
                       ended_at, ended_by, ended_how, ended_reason
                  from speaking.ruling
                 where circle_id = :circle and account_id = :account
                """)
                .and(before != null, "and ruling_id < :before")
                .and(true, "order by ruling_id desc limit :most")
                .with("circle", circle)
                .with("account", account)
                .with("before", before)
                .with("most", size + 1)
                .all((row, n) -> read(row));
        return Cursor.of(found, size, ruling -> Ids.text(ruling.id()));
    }

    /** Those in force in a circle, the newest first. */
    public Cursor<Ruling> inForce(CircleId circle, Ruling.Kind kind, @Nullable RulingId before, int size) {
        var found = db.sql("""
                select circle_id, ruling_id, account_id, kind, preset, surfaces, reason, until, review, about, made_by, made_at,
                       ended_at, ended_by, ended_how, ended_reason
                  from speaking.ruling
                 where circle_id = :circle and kind = :kind and ended_at is null
                """)
                .and(before != null, "and ruling_id < :before")
                .and(true, "order by ruling_id desc limit :most")
                .with("circle", circle)
                .with("kind", kind)
                .with("before", before)
                .with("most", size + 1)
                .all((row, n) -> read(row));
        return Cursor.of(found, size, ruling -> Ids.text(ruling.id()));
    }

    /** Ends those whose time is over, a few at a time; two nodes never end the same one. */
    List<Ruling> endDue(Instant now, int most) {
        return db.sql("""
                with due as (select circle_id, ruling_id
                               from speaking.ruling
                              where until <= :now and ended_at is null
                              order by until
                              limit :most
                                for no key update skip locked)
                update speaking.ruling r
                   set ended_at = :now, ended_how = 'over'
                  from due
                 where r.circle_id = due.circle_id and r.ruling_id = due.ruling_id
                returning r.circle_id, r.ruling_id, r.account_id, r.kind, r.preset, r.surfaces, r.reason, r.until, r.review, r.about,
                          r.made_by, r.made_at, r.ended_at, r.ended_by, r.ended_how, r.ended_reason
                """).with("now", now).with("most", most).all((row, n) -> read(row));
    }

    private static Ruling read(ResultSet row) throws SQLException {
        var endedAt = Db.maybeInstant(row, 13);
        return new Ruling(
                new CircleId(Db.uuid(row, 1)),
                new RulingId(Db.uuid(row, 2)),
                new AccountId(Db.uuid(row, 3)),
                Db.constant(Ruling.Kind.class, row.getString(4)),
                Db.constant(Preset.class, row.getString(5)),
                surfaces(Db.texts(row, 6)),
                row.getString(7),
                Db.maybeInstant(row, 8),
                row.getBoolean(9),
                row.getString(10),
                account(row, 11),
                Db.instant(row, 12),
                endedAt == null
                        ? null
                        : new Ruling.End(
                                endedAt,
                                account(row, 14),
                                Db.constant(Ruling.How.class, row.getString(15)),
                                row.getString(16)));
    }

    private static @Nullable AccountId account(ResultSet row, int column) throws SQLException {
        var id = Db.maybeUuid(row, column);
        return id == null ? null : new AccountId(id);
    }

    /** A surface that this site does not have, out of a newer site's archive, is left out. */
    static List<Surface> surfaces(List<String> names) {
        return Arrays.stream(Surface.values())
                .filter(surface -> names.contains(Db.name(surface)))
                .toList();
    }
}
