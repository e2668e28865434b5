package app.teahouse.reservations;

import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads lists of people for their pages. */
@Component
class ListSheet {
    static final int SIZE = 50;

    private final Db db;

    ListSheet(Db db) {
        this.db = db;
    }

    /** The latest lists, newest first. */
    List<ListView> latest(Partner partner) {
        return db.sql("""
                select list_id, state, file_name, made_at, total, faulty, done, fresh, changed, unknown
                  from reservations.list
                 where circle_id = :circle
                 order by list_id desc
                 limit 20
                """).with("circle", partner.circle()).all((row, n) -> view(row));
    }

    /**
     * @param odd only lines of which something is to be told
     * @param after the line with which the page before ended
     */
    ListView one(Partner partner, ListId list, boolean odd, int after) {
        var bare = db.sql("""
                select list_id, state, file_name, made_at, total, faulty, done, fresh, changed, unknown
                  from reservations.list
                 where circle_id = :circle and list_id = :list
                """)
                .with("circle", partner.circle())
                .with("list", list)
                .maybe((row, n) -> view(row))
                .orElseThrow(() -> Refusal.notFound("reservation.list-unknown"));
        return bare.with(bare.isReady() ? already(partner, list) : 0, odd, lines(partner, list, odd, after));
    }

    private static ListView view(ResultSet row) throws SQLException {
        return new ListView(
                Ids.text(new ListId(Db.uuid(row, 1))),
                row.getString(2),
                row.getString(3),
                Db.instant(row, 4),
                row.getInt(5),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8),
                row.getInt(9),
                0,
                Db.texts(row, 10),
                false,
                new Cursor<>(List.of(), null));
    }

    private int already(Partner partner, ListId list) {
        return db.sql("""
                select count(*)
                  from reservations.line l
                  join reservations.place p on p.circle_id = l.circle_id and p.mark = l.mark
                 where l.circle_id = :circle and l.list_id = :list
                """).with("circle", partner.circle()).with("list", list).one(Integer.class);
    }

    private Cursor<LineView> lines(Partner partner, ListId list, boolean odd, int after) {
        var lines = db.sql("""
                select line, state, name, odd, detail, tags, joined_on, expires_on, note
                  from reservations.line
                 where circle_id = :circle and list_id = :list and line > :after
                """)
                .and(odd, "and odd <> ''")
                .and(true, "order by line limit :most")
                .with("circle", partner.circle())
                .with("list", list)
                .with("after", after)
                .with("most", SIZE + 1)
                .all((row, n) -> new LineView(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        NotesOnMembers.notes(row, 6),
                        row.getString(4),
                        row.getString(5)));
        return Cursor.of(lines, SIZE, line -> Integer.toString(line.line()));
    }
}
