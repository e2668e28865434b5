package app.teahouse.notify;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what somebody was told, newest first. A notice of a circle that is gone is left out; one of a post or comment that was
 * deleted or hidden since keeps its line, without their words.
 */
@Component
class Notices {
    private final Db db;
    private final Circles circles;
    private final StillThere stillThere;

    Notices(Db db, Circles circles, StillThere stillThere) {
        this.db = db;
        this.circles = circles;
        this.stillThere = stillThere;
    }

    private record Row(
            NoticeId id,
            NoticeKind kind,
            CircleId circle,
            @Nullable Long number,
            @Nullable UUID comment,
            String name,
            @Nullable String picture,
            int actors,
            String title,
            String excerpt,
            String detail,
            Instant toldAt,
            boolean isSeen,
            boolean isRead) {

        StillThere.Place place() {
            return kind.isOfColumn()
                    ? StillThere.Place.column(circle, Objects.requireNonNull(number))
                    : StillThere.Place.of(circle, number, comment);
        }

        Notice in(Face face, StillThere.Found found) {
            var isThere = found.has(place());
            return new Notice(
                    id,
                    kind,
                    face,
                    number,
                    comment,
                    name,
                    picture,
                    actors,
                    found.name(place(), title),
                    found.isOpen(place()) ? excerpt : "",
                    detail,
                    toldAt,
                    isSeen,
                    isRead,
                    !isThere,
                    found.isProtected(place()));
        }

        String key() {
            return ChronoUnit.MICROS.between(Instant.EPOCH, toldAt) + "-" + Ids.text(id);
        }
    }

    /** @param before what the page before answered as {@code next}, or null */
    Cursor<Notice> list(Person reader, @Nullable CircleId circle, @Nullable String before, int size) {
        var from = before == null ? null : Key.parse(before);
        var rows = db.sql("""
                select notice_id, kind, circle_id, number, comment_id, actor_name, actor_picture, actors,
                       title, excerpt, detail, told_at, seen_at is not null, read_at is not null
                  from notify.notice
                 where account_id = :account
                """)
                .and(circle != null, "and circle_id = :circle")
                .and(from != null, "and (told_at, notice_id) < (:at, :id)")
                .and(true, "order by told_at desc, notice_id desc limit :limit")
                .with("account", reader.account())
                .with("circle", circle)
                .with("at", from == null ? null : from.at())
                .with("id", from == null ? null : from.id())
                .with("limit", size + 1)
                .all((row, n) -> row(row));
        var page = Cursor.of(rows, size, Row::key);
        var faces = faces(page.items().stream().map(Row::circle).distinct().toList());
        var found = stillThere.among(
                reader.account(), page.items().stream().map(Row::place).toList());
        var shown = new ArrayList<Notice>();
        for (var row : page.items()) {
            var face = faces.get(row.circle());
            if (face != null) {
                shown.add(row.in(face, found));
            }
        }
        return new Cursor<>(shown, page.next());
    }

    Optional<Notice> one(Person reader, NoticeId id) {
        return db.sql("""
                select notice_id, kind, circle_id, number, comment_id, actor_name, actor_picture, actors,
                       title, excerpt, detail, told_at, seen_at is not null, read_at is not null
                  from notify.notice
                 where account_id = :account and notice_id = :notice
                """)
                .with("account", reader.account())
                .with("notice", id)
                .maybe((row, n) -> row(row))
                .flatMap(row -> circles.byId(row.circle())
                        .map(circle ->
                                row.in(circle.face(), stillThere.among(reader.account(), List.of(row.place())))));
    }

    /** The circles of the newest notices, to choose from above the list. */
    List<Face> circlesOf(Person reader) {
        var ids = db.sql("""
                select circle_id
                  from (select circle_id, told_at
                          from notify.notice
                         where account_id = :account
                         order by told_at desc, notice_id desc
                         limit 200) newest
                 group by circle_id
                 order by max(told_at) desc, circle_id
                 limit 8
                """).with("account", reader.account()).all((row, n) -> new CircleId(Db.uuid(row, 1)));
        var faces = faces(ids);
        return ids.stream().map(faces::get).filter(Objects::nonNull).toList();
    }

    private Map<CircleId, Face> faces(Collection<CircleId> ids) {
        var faces = new HashMap<CircleId, Face>();
        circles.byIds(ids).values().stream().map(Circle::face).forEach(face -> faces.put(face.id(), face));
        return faces;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new NoticeId(Db.uuid(row, 1)),
                Db.constant(NoticeKind.class, row.getString(2)),
                new CircleId(Db.uuid(row, 3)),
                row.getObject(4, Long.class),
                Db.maybeUuid(row, 5),
                row.getString(6),
                row.getString(7),
                row.getInt(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                Db.instant(row, 12),
                row.getBoolean(13),
                row.getBoolean(14));
    }

    /** When the last notice was told that a page's {@code next} speaks of. */
    static Instant momentOf(String before) {
        return Key.parse(before).at();
    }

    private record Key(Instant at, UUID id) {

        static Key parse(String text) {
            var dash = text.indexOf('-');
            if (dash < 1 || !text.substring(0, dash).matches("\\d{1,17}")) {
                throw Refusal.invalid("before", "request.malformed");
            }
            return new Key(
                    Instant.EPOCH.plus(Long.parseLong(text.substring(0, dash)), ChronoUnit.MICROS),
                    Ids.parse(text.substring(dash + 1)));
        }
    }
}
