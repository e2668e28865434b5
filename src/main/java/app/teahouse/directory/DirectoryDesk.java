package app.teahouse.directory;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Role;
import app.teahouse.members.MemberCard;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads whom staff took out of the directory, the latest first. */
@Component
class DirectoryDesk {
    static final int SIZE = 30;

    private final Db db;

    DirectoryDesk(Db db) {
        this.db = db;
    }

    private record Row(Directory.Place place, OutView view) {}

    Cursor<OutView> out(CircleId circle, @Nullable String before) {
        var rows = db.sql("""
                select e.entry_id, m.account_id, m.number, m.alias, m.picture, m.role, m.state = 'active', e.out_reason, e.out_at
                  from directory.entry e
                  join members.membership m on m.circle_id = e.circle_id and m.account_id = e.account_id
                 where e.circle_id = :circle and e.state = 'out' and e.entry_id < :before
                 order by e.entry_id desc
                 limit :most
                """)
                .with("circle", circle)
                .with("before", Directory.Place.of(before))
                .with("most", SIZE + 1)
                .all((row, n) -> new Row(
                        new Directory.Place(Db.uuid(row, 1)),
                        new OutView(
                                new MemberCard(
                                        new AccountId(Db.uuid(row, 2)),
                                        row.getLong(3),
                                        row.getString(4),
                                        row.getString(5),
                                        Db.constant(Role.class, row.getString(6)),
                                        row.getBoolean(7)),
                                row.getString(8),
                                Db.instant(row, 9))));
        var page = Cursor.of(rows, SIZE, row -> Ids.text(row.place()));
        return new Cursor<>(page.items().stream().map(Row::view).toList(), page.next());
    }
}
