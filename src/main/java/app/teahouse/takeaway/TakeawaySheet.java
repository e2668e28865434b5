package app.teahouse.takeaway;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads what was asked for: its maker sees a member's file, the owner of the day an owner's. */
@Component
class TakeawaySheet {
    private static final int LINES = 20;

    private final Db db;
    private final Kinds kinds;
    private final Shelf shelf;

    TakeawaySheet(Db db, Kinds kinds, Shelf shelf) {
        this.db = db;
        this.kinds = kinds;
        this.shelf = shelf;
    }

    /** @throws Refusal {@code takeaway.unknown}, also for somebody else's */
    TakeawayView read(Member member, TakeawayId id) {
        return db.sql("""
                select run_id, kind, file_name, state, made_at, done, total, bytes, reason, expires_at
                  from takeaway.run
                 where circle_id = :circle and run_id = :run
                   and slot = any(array[:me::uuid, case when :owner then :circle::uuid end])
                """)
                .with("circle", member.circle())
                .with("run", id)
                .with("me", member.account())
                .with("owner", member.role() == Role.OWNER)
                .maybe((row, n) -> view(row))
                .orElseThrow(TakeawaySheet::unknown);
    }

    /** The latest of the circle, newest first. */
    List<TakeawayView> latest(Owner owner) {
        return db.sql("""
                select run_id, kind, file_name, state, made_at, done, total, bytes, reason, expires_at
                  from takeaway.run
                 where circle_id = :circle and slot = :circle
                 order by run_id desc
                 limit :most
                """).with("circle", owner.circle()).with("most", LINES).all((row, n) -> view(row));
    }

    /** @throws Refusal {@code takeaway.unknown} while there is nothing to fetch, or nothing any more */
    Path file(Member member, TakeawayId id) {
        var file = shelf.file(id);
        if (!read(member, id).isDone() || !Files.exists(file)) {
            throw unknown();
        }
        return file;
    }

    private TakeawayView view(ResultSet row) throws SQLException {
        var kind = kinds.named(row.getString(2));
        return new TakeawayView(
                Ids.text(new TakeawayId(Db.uuid(row, 1))),
                kind.name(),
                kind.title(),
                kind.whom() == TakeawayKind.For.OWNER,
                row.getString(3),
                row.getString(4),
                Db.instant(row, 5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getString(9),
                Db.maybeInstant(row, 10));
    }

    private static Refusal unknown() {
        return Refusal.notFound("takeaway.unknown");
    }
}
