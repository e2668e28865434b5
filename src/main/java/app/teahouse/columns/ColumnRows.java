package app.teahouse.columns;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Speaker;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds and locks the column that is about to be changed, for those who may. */
@Component
class ColumnRows {
    private final Db db;

    ColumnRows(Db db) {
        this.db = db;
    }

    private record Row(
            ColumnId id, boolean published, @Nullable UUID madeBy) {}

    /**
     * Locks the row, so that whoever arranges the same column at the same moment finds the order as it is then.
     *
     * @throws Refusal {@code column.unknown}, or {@code column.not-yours} where it can be seen
     */
    ColumnId lock(Speaker speaker, long number) {
        return lock(speaker.member(), number);
    }

    ColumnId lock(Member member, long number) {
        var row = db.sql("""
                select column_id, published_at is not null, made_by
                  from columns.series
                 where circle_id = :circle and number = :number
                   for no key update
                """)
                .with("circle", member.circle())
                .with("number", number)
                .maybe((found, n) ->
                        new Row(new ColumnId(Db.uuid(found, 1)), found.getBoolean(2), Db.maybeUuid(found, 3)))
                .orElseThrow(() -> Refusal.notFound("column.unknown"));
        if (!ColumnFace.mayEdit(member, row.madeBy())) {
            throw refusal(member, row.published());
        }
        return row.id();
    }

    static Refusal refusal(Member member, boolean published) {
        return published || ColumnFace.mayBegin(member)
                ? Refusal.notAllowed("column.not-yours")
                : Refusal.notFound("column.unknown");
    }
}
