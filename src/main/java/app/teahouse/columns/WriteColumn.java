package app.teahouse.columns;

import app.teahouse.files.Holder;
import app.teahouse.files.Holdings;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Id;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Speaker;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins a column, says what it is about, puts it before the members or takes it back, or ends it. Its posts stay as they are. */
@Component
public class WriteColumn {
    static final int MOST = 100;

    private final Db db;
    private final Clock clock;
    private final ColumnRows rows;
    private final Holdings holdings;

    WriteColumn(Db db, Clock clock, ColumnRows rows, Holdings holdings) {
        this.db = db;
        this.clock = clock;
        this.rows = rows;
        this.holdings = holdings;
    }

    /** Answers the number of the new column. */
    @Transactional
    public long begin(Speaker speaker, ColumnText text) {
        if (!ColumnFace.mayBegin(speaker.member())) {
            throw Refusal.notAllowed("column.not-for-you");
        }
        text.check();
        var number = nextNumber(speaker);
        var now = clock.instant();
        db.sql("""
                insert into columns.series
                       (circle_id, column_id, number, name, promise, cover, course, published_at, made_by, made_at)
                values (:circle, :column, :number, :name, :promise, null, :course, :published, :account, :now)
                """)
                .with("circle", speaker.circle())
                .with("column", new ColumnId(Ids.next()))
                .with("number", number)
                .with("name", text.goodName())
                .with("promise", text.goodPromise())
                .with("course", text.course())
                .with("published", text.published() ? now : null)
                .with("account", speaker.account())
                .with("now", now)
                .run();
        return number;
    }

    /** The counter's row makes two who begin at once wait for each other, so that both are counted. */
    private long nextNumber(Speaker speaker) {
        var number = db.sql("""
                insert into columns.counter as c (circle_id, last_number)
                values (:circle, 1)
                on conflict (circle_id) do update set last_number = c.last_number + 1
                returning last_number
                """).with("circle", speaker.circle()).one(Long.class);
        var many = db.sql("select count(*) from columns.series where circle_id = :circle")
                .with("circle", speaker.circle())
                .one(Long.class);
        if (many >= MOST) {
            throw Refusal.conflict("column.too-many").with("most", MOST);
        }
        return number;
    }

    @Transactional
    void change(Speaker speaker, long number, ColumnText text) {
        text.check();
        var column = rows.lock(speaker, number);
        db.sql("""
                update columns.series
                   set name = :name, promise = :promise, course = :course,
                       published_at = case when :published then coalesce(published_at, :now) end
                 where circle_id = :circle and column_id = :column
                """)
                .with("circle", speaker.circle())
                .with("column", column)
                .with("name", text.goodName())
                .with("promise", text.goodPromise())
                .with("course", text.course())
                .with("published", text.published())
                .with("now", clock.instant())
                .run();
    }

    /** @param cover a picture of this circle, or null for none */
    @Transactional
    void cover(Speaker speaker, long number, @Nullable Id cover) {
        var column = rows.lock(speaker, number);
        holdings.set(speaker.circle(), holder(column), cover == null ? List.of() : List.of(Ids.text(cover)));
        db.sql("update columns.series set cover = :cover where circle_id = :circle and column_id = :column")
                .with("circle", speaker.circle())
                .with("column", column)
                .with("cover", cover)
                .run();
    }

    static Holder holder(ColumnId column) {
        return Holder.of("column", column);
    }

    @Transactional
    void delete(Speaker speaker, long number) {
        var column = rows.lock(speaker, number);
        holdings.release(speaker.circle(), holder(column));
        db.sql("delete from columns.item where circle_id = :circle and column_id = :column")
                .with("circle", speaker.circle())
                .with("column", column)
                .run();
        db.sql("delete from columns.section where circle_id = :circle and column_id = :column")
                .with("circle", speaker.circle())
                .with("column", column)
                .run();
        db.sql("delete from columns.series where circle_id = :circle and column_id = :column")
                .with("circle", speaker.circle())
                .with("column", column)
                .run();
    }
}
