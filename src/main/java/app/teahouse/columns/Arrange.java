package app.teahouse.columns;

import app.teahouse.content.PostId;
import app.teahouse.content.Posts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Speaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts posts into a column, takes them out and moves them. The column's row is locked first, so that its order stays one. */
@Component
public class Arrange {
    static final long GAP = 1L << 20;
    static final int MOST = 300;

    private final Db db;
    private final ColumnRows rows;
    private final Posts posts;
    private final Latches latches;
    private final Announcement announcement;

    Arrange(Db db, ColumnRows rows, Posts posts, Latches latches, Announcement announcement) {
        this.db = db;
        this.rows = rows;
        this.posts = posts;
        this.latches = latches;
        this.announcement = announcement;
    }

    /** Where an item goes. */
    sealed interface Target {

        /** Past the one before it; from the first place of a section to the end of the section before. */
        record Up() implements Target {}

        /** Past the one after it; from the last place of a section to the beginning of the next. */
        record Down() implements Target {}

        /**
         * Into a section, or before all sections if null.
         *
         * @param after the post it stands behind there; 0 at the section's beginning, null at its end
         */
        record Into(@Nullable SectionId section, @Nullable Long after) implements Target {}
    }

    /** At the end of a section, or of what stands before all sections; a post that is there already stays where it is. */
    @Transactional
    public void add(Speaker speaker, long number, long post, @Nullable SectionId section) {
        var column = rows.lock(speaker, number);
        var found = posts.live(speaker.circle(), post).orElseThrow(() -> Refusal.notFound("post.unknown"));
        checkSection(speaker, column, section);
        var many = db.sql("select count(*) from columns.item where circle_id = :circle and column_id = :column")
                .with("circle", speaker.circle())
                .with("column", column)
                .one(Long.class);
        if (many >= MOST) {
            throw Refusal.conflict("column.full").with("most", MOST);
        }
        db.sql("""
                insert into columns.item (circle_id, column_id, post_id, section_id, position)
                select :circle, :column, :post, cast(:section as uuid), coalesce(max(position), 0) + :gap
                  from columns.item
                 where circle_id = :circle and column_id = :column and section_id is not distinct from cast(:section as uuid)
                on conflict (circle_id, column_id, post_id) do nothing
                """)
                .with("circle", speaker.circle())
                .with("column", column)
                .with("post", found.id())
                .with("section", section)
                .with("gap", GAP)
                .run();
        latches.set(speaker.circle(), List.of(found.id()));
        announcement.ifReady(speaker, column);
    }

    /** At the very end: of the last section, where there is one. */
    @Transactional
    public void addLast(Speaker speaker, long number, long post) {
        var last = places(speaker, rows.lock(speaker, number)).getLast();
        add(speaker, number, post, last == null ? null : new SectionId(last));
    }

    /** Also works when the post is hidden or gone by now. Nothing else changes, not even its other columns. */
    @Transactional
    void remove(Speaker speaker, long number, long post) {
        var column = rows.lock(speaker, number);
        var removed = db.sql("""
                delete from columns.item
                 where circle_id = :circle and column_id = :column
                   and post_id = (select post_id from content.post where circle_id = :circle and number = :post)
                returning post_id
                """)
                .with("circle", speaker.circle())
                .with("column", column)
                .with("post", post)
                .all((row, n) -> new PostId(Db.uuid(row, 1)));
        latches.set(speaker.circle(), removed);
    }

    private record Row(UUID post, long number, @Nullable UUID section, long position) {}

    @Transactional
    void move(Speaker speaker, long number, long post, Target target) {
        var column = rows.lock(speaker, number);
        var all = items(speaker, column);
        var moved = all.stream()
                .filter(row -> row.number() == post)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("column.item-unknown"));
        switch (target) {
            case Target.Up() -> step(speaker, column, all, moved, true);
            case Target.Down() -> step(speaker, column, all, moved, false);
            case Target.Into(var section, var after) -> {
                checkSection(speaker, column, section);
                var others = others(all, moved, section == null ? null : section.value());
                place(speaker, column, moved, section == null ? null : section.value(), index(others, after), others);
            }
        }
    }

    /** All there is, in its order; a column is small. */
    private List<Row> items(Speaker speaker, ColumnId column) {
        return db.sql("""
                select i.post_id, p.number, i.section_id, i.position
                  from columns.item i
                  join content.post p on p.circle_id = i.circle_id and p.post_id = i.post_id
                  left join columns.section s
                    on s.circle_id = i.circle_id and s.column_id = i.column_id and s.section_id = i.section_id
                 where i.circle_id = :circle and i.column_id = :column
                 order by s.position nulls first, i.position, i.post_id
                 limit 1000
                """)
                .with("circle", speaker.circle())
                .with("column", column)
                .all((row, n) -> new Row(Db.uuid(row, 1), row.getLong(2), Db.maybeUuid(row, 3), row.getLong(4)));
    }

    private void step(Speaker speaker, ColumnId column, List<Row> all, Row moved, boolean up) {
        var within = others(all, moved, moved.section());
        var before = (int) all.stream()
                .takeWhile(row -> !row.equals(moved))
                .filter(row -> Objects.equals(row.section(), moved.section()))
                .count();
        if (up ? before > 0 : before < within.size()) {
            place(speaker, column, moved, moved.section(), up ? before - 1 : before + 1, within);
            return;
        }
        var places = places(speaker, column);
        var to = places.indexOf(moved.section()) + (up ? -1 : 1);
        if (to >= 0 && to < places.size()) {
            var section = places.get(to);
            var others = others(all, moved, section);
            place(speaker, column, moved, section, up ? others.size() : 0, others);
        }
    }

    /** The sections in their order, behind what stands in none. */
    private List<@Nullable UUID> places(Speaker speaker, ColumnId column) {
        var places = new ArrayList<@Nullable UUID>();
        places.add(null);
        places.addAll(db.sql("""
                select section_id
                  from columns.section
                 where circle_id = :circle and column_id = :column
                 order by position, section_id
                 limit 100
                """)
                .with("circle", speaker.circle())
                .with("column", column)
                .all((row, n) -> Db.uuid(row, 1)));
        return places;
    }

    private static List<Row> others(List<Row> all, Row moved, @Nullable UUID section) {
        return all.stream()
                .filter(row -> !row.equals(moved) && Objects.equals(row.section(), section))
                .toList();
    }

    private static int index(List<Row> others, @Nullable Long after) {
        if (after != null && after == 0) {
            return 0;
        }
        for (var i = 0; after != null && i < others.size(); i++) {
            if (others.get(i).number() == after) {
                return i + 1;
            }
        }
        return others.size();
    }

    /** Between its new neighbours; where they leave no gap, the section is numbered anew first. */
    private void place(Speaker speaker, ColumnId column, Row moved, @Nullable UUID section, int at, List<Row> others) {
        var spread = others;
        if (at > 0
                && at < others.size()
                && others.get(at).position() - others.get(at - 1).position() < 2) {
            spread = spread(speaker, column, others);
        }
        var position = between(spread, at);
        db.sql("""
                update columns.item
                   set section_id = :section, position = :position
                 where circle_id = :circle and column_id = :column and post_id = :post
                """)
                .with("circle", speaker.circle())
                .with("column", column)
                .with("post", moved.post())
                .with("section", section)
                .with("position", position)
                .run();
    }

    private static long between(List<Row> others, int at) {
        if (others.isEmpty()) {
            return GAP;
        }
        if (at == 0) {
            return others.getFirst().position() - GAP;
        }
        if (at >= others.size()) {
            return others.getLast().position() + GAP;
        }
        var before = others.get(at - 1).position();
        return before + (others.get(at).position() - before) / 2;
    }

    private List<Row> spread(Speaker speaker, ColumnId column, List<Row> others) {
        var spread = new ArrayList<Row>();
        for (var row : others) {
            spread.add(new Row(row.post(), row.number(), row.section(), (spread.size() + 1) * GAP));
        }
        db.sql("""
                update columns.item i
                   set position = x.place * :gap
                  from unnest(:numbers) with ordinality as x (number, place)
                  join content.post p on p.circle_id = :circle and p.number = x.number
                 where i.circle_id = :circle and i.column_id = :column and i.post_id = p.post_id
                """)
                .with("circle", speaker.circle())
                .with("column", column)
                .with("gap", GAP)
                .withNumbers("numbers", others.stream().map(Row::number).toList())
                .run();
        return spread;
    }

    private void checkSection(Speaker speaker, ColumnId column, @Nullable SectionId section) {
        if (section != null
                && !db.sql("""
                        select 1
                          from columns.section
                         where circle_id = :circle and column_id = :column and section_id = :section
                        """)
                        .with("circle", speaker.circle())
                        .with("column", column)
                        .with("section", section)
                        .exists()) {
            throw Sections.unknown();
        }
    }
}
