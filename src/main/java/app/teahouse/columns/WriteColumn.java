package app.teahouse.columns;

import app.teahouse.files.Holder;
import app.teahouse.files.Holdings;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Findable;
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
    private final Latches latches;
    private final Announcement announcement;
    private final Findable findable;

    WriteColumn(
            Db db,
            Clock clock,
            ColumnRows rows,
            Holdings holdings,
            Latches latches,
            Announcement announcement,
            Findable findable) {
        this.db = db;
        this.clock = clock;
        this.rows = rows;
        this.holdings = holdings;
        this.latches = latches;
        this.announcement = announcement;
        this.findable = findable;
    }

    /** Answers the number of the new column. */
    @Transactional
    public long begin(Speaker speaker, ColumnText text) {
        if (!ColumnFace.mayBegin(speaker.member())) {
            throw Refusal.notAllowed("column.not-for-you");
        }
        text.check();
        var number = nextNumber(speaker);
        var column = new ColumnId(Ids.next());
        var now = clock.instant();
        db.sql("""
                insert into columns.series
                       (circle_id, column_id, number, name, promise, cover, course, published_at, made_by, made_at)
                values (:circle, :column, :number, :name, :promise, null, :course, :published, :account, :now)
                """)
                .with("circle", speaker.circle())
                .with("column", column)
                .with("number", number)
                .with("name", text.goodName())
                .with("promise", text.goodPromise())
                .with("course", text.course())
                .with("published", text.published() ? now : null)
                .with("account", speaker.account())
                .with("now", now)
                .run();
        findable.changed(speaker.circle(), Findable.Kind.COLUMN, List.of(column));
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
        if (!text.course() && waitsForOneBefore(speaker, column)) {
            throw Refusal.invalid("course", "column.course-needed");
        }
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
        latches.set(speaker.circle(), latches.in(speaker.circle(), column));
        announcement.ifReady(speaker, column);
        findable.changed(speaker.circle(), Findable.Kind.COLUMN, List.of(column));
    }

    /** Without a course nothing is ever done, and such a part would stay closed. */
    private boolean waitsForOneBefore(Speaker speaker, ColumnId column) {
        return db.sql("""
                select 1
                  from columns.series c
                 where c.circle_id = :circle and c.column_id = :column
                   and (c.opens = 'after_before'
                        or exists (select 1
                                     from columns.item i
                                    where i.circle_id = c.circle_id and i.column_id = c.column_id and i.opens = 'after_before'))
                """)
                .with("circle", speaker.circle())
                .with("column", column)
                .exists();
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
        var posts = latches.in(speaker.circle(), column);
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
        latches.set(speaker.circle(), posts);
        findable.changed(speaker.circle(), Findable.Kind.COLUMN, List.of(column));
    }
}
