package app.teahouse.columns;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Speaker;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says when the parts of a column open: all of them, or one otherwise than the others. Nothing is closed by a draft. */
@Component
public class SetOpening {
    private final Db db;
    private final ColumnRows rows;
    private final Latches latches;

    SetOpening(Db db, ColumnRows rows, Latches latches) {
        this.db = db;
        this.rows = rows;
        this.latches = latches;
    }

    /** For all parts that have no rule of their own. */
    @Transactional
    public void column(Speaker speaker, long number, Opening opening) {
        var column = rows.lock(speaker, number);
        checkCourse(speaker, column, opening);
        db.sql("""
                update columns.series
                   set opens = :opens, opens_on = :day, opens_days = :days
                 where circle_id = :circle and column_id = :column
                """)
                .with("circle", speaker.circle())
                .with("column", column)
                .with("opens", opening.kind())
                .with("day", opening.day())
                .with("days", days(opening))
                .run();
        latches.set(speaker.circle(), latches.in(speaker.circle(), column));
    }

    /** @param opening null for what the column says */
    @Transactional
    public void part(Speaker speaker, long number, long post, @Nullable Opening opening) {
        var column = rows.lock(speaker, number);
        checkCourse(speaker, column, opening);
        var changed = db.sql("""
                update columns.item i
                   set opens = :opens, opens_on = :day, opens_days = :days
                  from content.post p
                 where i.circle_id = :circle and i.column_id = :column
                   and p.circle_id = i.circle_id and p.post_id = i.post_id and p.number = :post
                returning i.post_id
                """)
                .with("circle", speaker.circle())
                .with("column", column)
                .with("post", post)
                .with("opens", opening == null ? null : opening.kind())
                .with("day", opening == null ? null : opening.day())
                .with("days", opening == null ? null : days(opening))
                .all((row, n) -> new app.teahouse.content.PostId(Db.uuid(row, 1)));
        if (changed.isEmpty()) {
            throw Refusal.notFound("column.item-unknown");
        }
        latches.set(speaker.circle(), changed);
    }

    private static @Nullable Integer days(Opening opening) {
        return opening.days() == 0 ? null : opening.days();
    }

    private void checkCourse(Speaker speaker, ColumnId column, @Nullable Opening opening) {
        if (opening instanceof Opening.AfterBefore
                && !db.sql("select 1 from columns.series where circle_id = :circle and column_id = :column and course")
                        .with("circle", speaker.circle())
                        .with("column", column)
                        .exists()) {
            throw Refusal.invalid("opens", "column.after-needs-course");
        }
    }
}
