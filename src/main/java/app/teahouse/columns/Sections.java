package app.teahouse.columns;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Speaker;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Divides a column into sections. */
@Component
public class Sections {
    static final int MOST = 50;
    static final int LONGEST_NAME = 60;

    private final Db db;
    private final ColumnRows rows;

    Sections(Db db, ColumnRows rows) {
        this.db = db;
        this.rows = rows;
    }

    /** Adds one behind the others. */
    @Transactional
    public SectionId add(Speaker speaker, long number, @Nullable String name) {
        var good = good(name);
        var column = rows.lock(speaker, number);
        var many = db.sql("select count(*) from columns.section where circle_id = :circle and column_id = :column")
                .with("circle", speaker.circle())
                .with("column", column)
                .one(Long.class);
        if (many >= MOST) {
            throw Refusal.conflict("column.too-many-sections").with("most", MOST);
        }
        var section = new SectionId(Ids.next());
        db.sql("""
                insert into columns.section (circle_id, column_id, section_id, name, position)
                select :circle, :column, :section, :name, coalesce(max(position), 0) + :gap
                  from columns.section
                 where circle_id = :circle and column_id = :column
                """)
                .with("circle", speaker.circle())
                .with("column", column)
                .with("section", section)
                .with("name", good)
                .with("gap", Arrange.GAP)
                .run();
        return section;
    }

    @Transactional
    void rename(Speaker speaker, long number, SectionId section, @Nullable String name) {
        var good = good(name);
        var column = rows.lock(speaker, number);
        var renamed = db.sql("""
                update columns.section
                   set name = :name
                 where circle_id = :circle and column_id = :column and section_id = :section
                """)
                .with("circle", speaker.circle())
                .with("column", column)
                .with("section", section)
                .with("name", good)
                .run();
        if (renamed == 0) {
            throw unknown();
        }
    }

    /** Its posts stay in the column, in their order, behind those that stand in no section. */
    @Transactional
    void remove(Speaker speaker, long number, SectionId section) {
        var column = rows.lock(speaker, number);
        var shift = db.sql("""
                select coalesce(max(position) filter (where section_id is null), 0) + :gap
                       - coalesce(min(position) filter (where section_id = :section), 0)
                  from columns.item
                 where circle_id = :circle and column_id = :column
                """)
                .with("circle", speaker.circle())
                .with("column", column)
                .with("section", section)
                .with("gap", Arrange.GAP)
                .one(Long.class);
        db.sql("""
                update columns.item
                   set section_id = null, position = position + :shift
                 where circle_id = :circle and column_id = :column and section_id = :section
                """)
                .with("circle", speaker.circle())
                .with("column", column)
                .with("section", section)
                .with("shift", shift)
                .run();
        db.sql(
                        "delete from columns.section where circle_id = :circle and column_id = :column and section_id = :section")
                .with("circle", speaker.circle())
                .with("column", column)
                .with("section", section)
                .run();
    }

    /** One step up, or down; at the end nothing happens. */
    @Transactional
    void move(Speaker speaker, long number, SectionId section, boolean up) {
        record Place(SectionId id, long position) {}
        var column = rows.lock(speaker, number);
        var all = db.sql("""
                select section_id, position
                  from columns.section
                 where circle_id = :circle and column_id = :column
                 order by position, section_id
                 limit 100
                """)
                .with("circle", speaker.circle())
                .with("column", column)
                .all((row, n) -> new Place(new SectionId(Db.uuid(row, 1)), row.getLong(2)));
        var at = all.stream().map(Place::id).toList().indexOf(section);
        if (at < 0) {
            throw unknown();
        }
        var to = up ? at - 1 : at + 1;
        if (to >= 0 && to < all.size()) {
            place(speaker, column, all.get(at).id(), all.get(to).position());
            place(speaker, column, all.get(to).id(), all.get(at).position());
        }
    }

    private void place(Speaker speaker, ColumnId column, SectionId section, long position) {
        db.sql("""
                update columns.section
                   set position = :position
                 where circle_id = :circle and column_id = :column and section_id = :section
                """)
                .with("circle", speaker.circle())
                .with("column", column)
                .with("section", section)
                .with("position", position)
                .run();
    }

    static Refusal unknown() {
        return Refusal.notFound("column.section-unknown");
    }

    private static String good(@Nullable String name) {
        new Faults().text("name", name, LONGEST_NAME).refuse();
        return name == null ? "" : name.strip();
    }
}
