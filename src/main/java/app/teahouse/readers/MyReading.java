package app.teahouse.readers;

import app.teahouse.content.Posts;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what somebody reads in their circles, what they read last first: one look into each circle, and no join between circles. */
@Component
class MyReading {
    private final Db db;

    MyReading(Db db) {
        this.db = db;
    }

    /** What they have begun and not finished. */
    Cursor<ReadPost> goingOn(Person person, List<Face> circles, @Nullable String before, int size) {
        return read(person, circles, before, size, db.sql("""
                select x.circle_id, x.number, x.title, x.excerpt, x.minutes, x.part, x.seconds, false, x.moved_at
                  from unnest(:circles) as c (circle_id)
                  join members.membership me
                    on me.circle_id = c.circle_id and me.account_id = :account and me.state = 'active'
                 cross join lateral (select o.circle_id, o.number, p.title, p.excerpt, p.minutes, o.part, o.seconds, o.moved_at
                                       from reading.position o
                                       join content.post p
                                         on p.circle_id = o.circle_id and p.number = o.number and p.state = 'live'
                                      where o.circle_id = c.circle_id and o.account_id = me.account_id
                                        and o.finished_at is null and o.part > 0
                                        and (o.moved_at, o.number) < (:at, :number)
                                      order by o.moved_at desc, o.number desc
                                      limit :most) x
                 order by x.moved_at desc, x.number desc, x.circle_id
                 limit :most
                """));
    }

    Cursor<ReadPost> finished(Person person, List<Face> circles, @Nullable String before, int size) {
        return read(person, circles, before, size, db.sql("""
                select x.circle_id, x.number, x.title, x.excerpt, x.minutes, x.part, x.seconds, true, x.finished_at
                  from unnest(:circles) as c (circle_id)
                  join members.membership me
                    on me.circle_id = c.circle_id and me.account_id = :account and me.state = 'active'
                 cross join lateral (select o.circle_id, o.number, p.title, p.excerpt, p.minutes, o.part, o.seconds,
                                            o.finished_at
                                       from reading.position o
                                       join content.post p
                                         on p.circle_id = o.circle_id and p.number = o.number and p.state = 'live'
                                      where o.circle_id = c.circle_id and o.account_id = me.account_id
                                        and o.finished_at is not null
                                        and (o.finished_at, o.number) < (:at, :number)
                                      order by o.finished_at desc, o.number desc
                                      limit :most) x
                 order by x.finished_at desc, x.number desc, x.circle_id
                 limit :most
                """));
    }

    private static Cursor<ReadPost> read(
            Person person, List<Face> circles, @Nullable String before, int size, Db.Statement statement) {
        var key = Key.parse(before);
        var faces = circles.stream().collect(Collectors.toMap(Face::id, face -> face));
        var posts = statement
                .withIds("circles", faces.keySet())
                .with("account", person.account())
                .with("at", key.at())
                .with("number", key.number())
                .with("most", size + 1)
                .all((row, n) -> post(row, faces));
        return Cursor.of(posts, size, post -> new Key(post.at(), post.number()).text());
    }

    private static ReadPost post(ResultSet row, Map<CircleId, Face> faces) throws SQLException {
        return new ReadPost(
                Objects.requireNonNull(faces.get(new CircleId(Db.uuid(row, 1)))),
                row.getLong(2),
                name(row.getString(3), row.getString(4)),
                row.getInt(5),
                row.getInt(6),
                row.getInt(7),
                row.getBoolean(8),
                Db.instant(row, 9));
    }

    static String name(String title, String excerpt) {
        return title.isEmpty() ? Posts.shortened(excerpt) : title;
    }

    /** Columns of which they have begun some and not finished all, at most twenty. */
    List<MyColumn> columns(Person person, List<Face> circles) {
        var faces = circles.stream().limit(50).collect(Collectors.toMap(Face::id, face -> face));
        return db.sql("""
                select s.circle_id, s.number, s.name, s.course, n.items, n.done
                  from unnest(:circles) as c (circle_id)
                  join columns.series s on s.circle_id = c.circle_id and s.published_at is not null
                 cross join lateral (
                       select count(*) as items,
                              count(*) filter (where case when s.course then d.post_id is not null
                                                          else o.finished_at is not null end) as done,
                              max(greatest(o.moved_at, d.done_at)) as at
                         from columns.item i
                         join content.post p on p.circle_id = i.circle_id and p.post_id = i.post_id and p.state = 'live'
                         left join reading.position o
                           on o.circle_id = i.circle_id and o.account_id = :account and o.number = p.number
                         left join columns.done d
                           on d.circle_id = i.circle_id and d.account_id = :account and d.post_id = i.post_id
                        where i.circle_id = s.circle_id and i.column_id = s.column_id) n
                 where n.at is not null and n.done < n.items
                 order by n.at desc, s.circle_id, s.number
                 limit 20
                """)
                .withIds("circles", faces.keySet())
                .with("account", person.account())
                .all((row, n) -> new MyColumn(
                        Objects.requireNonNull(faces.get(new CircleId(Db.uuid(row, 1)))),
                        row.getLong(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getInt(5),
                        row.getInt(6)));
    }
}
