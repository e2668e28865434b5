package app.teahouse.review;

import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.reports.Things;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the queue: things, appeals and applications in one order, each from its own index. */
@Component
class QueueSheet {
    static final int SIZE = 30;

    /** What the queue can be narrowed to. */
    static final Set<String> SHOWS = Set.of("all", "held", "reported", "asked", "appeals", "applications");

    private final Db db;
    private final Things things;
    private final Clock clock;

    QueueSheet(Db db, Things things, Clock clock) {
        this.db = db;
        this.things = things;
        this.clock = clock;
    }

    private record Line(QueueKey at, QueueRow row, Things.@Nullable Ref thing) {}

    /**
     * What the one who asks may decide: nobody does so about themselves.
     *
     * @param show one of {@link #SHOWS}
     * @param after where the page before ended, or null
     */
    @Transactional(readOnly = true)
    public Cursor<QueueRow> page(Staff staff, String show, @Nullable String after, int size) {
        if (!SHOWS.contains(show)) {
            throw Refusal.invalid("show", "field.unknown-choice");
        }
        var from = QueueKey.of(after);
        var lines = new ArrayList<Line>();
        if (!show.equals("appeals") && !show.equals("applications")) {
            lines.addAll(items(staff, show, from, size + 1));
        }
        if (show.equals("all") || show.equals("appeals") || show.equals("applications")) {
            lines.addAll(others(staff, show, from, size + 1));
        }
        lines.sort(Comparator.comparing(Line::at, QueueKey.ORDER));
        var cut = lines.subList(0, Math.min(lines.size(), size + 1));
        var page = Cursor.of(cut, size, line -> line.at().text());
        return new Cursor<>(named(staff, page.items()), page.next());
    }

    /** What is next after one that was decided. */
    @Transactional(readOnly = true)
    public Optional<QueueRow> next(Staff staff, String show, String after) {
        return page(staff, show, after, 1).items().stream().findFirst();
    }

    private List<Line> items(Staff staff, String show, QueueKey from, int most) {
        var now = clock.instant();
        return db.sql("""
                select i.item_id, i.kind, i.thing_id, i.held, i.reports, i.mended, i.risk, i.opened_at, w.alias, w.picture, s.alias,
                       case when i.kind = 'member' then w.introduction end
                  from review.item i
                  left join members.membership w on w.circle_id = i.circle_id and w.account_id = i.author_id
                  left join members.membership s
                    on s.circle_id = i.circle_id and s.account_id = i.seen_by and i.seen_until > :now and i.seen_by <> :me
                 where i.circle_id = :circle and (3 - i.risk, i.opened_at, i.item_id) > (:calm, :since, :id)
                """)
                .and(show.equals("asked"), "and i.state = 'asked'")
                .and(!show.equals("asked"), "and i.state = 'open'")
                .and(show.equals("held"), "and i.held")
                .and(show.equals("reported"), "and i.reports > 0")
                .and(!staff.role().leads(), "and not i.about_admin")
                .and(true, "and i.author_id is distinct from :me")
                .and(true, "order by 3 - i.risk, i.opened_at, i.item_id limit :most")
                .with("circle", staff.circle())
                .with("calm", Risk.MOST - from.risk())
                .with("since", from.since())
                .with("id", from.id())
                .with("me", staff.account())
                .with("now", now)
                .with("most", most)
                .all((row, n) -> item(row));
    }

    private static Line item(ResultSet row) throws SQLException {
        var id = new ItemId(Db.uuid(row, 1));
        var kind = row.getString(2);
        var since = Db.instant(row, 8);
        var risk = row.getInt(7);
        var key = Ids.text(id);
        return new Line(
                new QueueKey(risk, since, id.value()),
                new QueueRow(
                        kind,
                        key,
                        risk,
                        since,
                        row.getString(9),
                        row.getString(10),
                        row.getString(12),
                        row.getBoolean(4),
                        row.getInt(5),
                        row.getBoolean(6),
                        "/manage/review/" + key,
                        row.getString(11)),
                kind.equals("member") ? null : new Things.Ref(kind, Db.uuid(row, 3)));
    }

    /** Appeals are all as pressing as each other, and so are applications: each has a stretch of the order to itself. */
    private List<Line> others(Staff staff, String show, QueueKey from, int most) {
        var appeals = show.equals("applications") ? null : from.among(Risk.APPEAL);
        var applications = show.equals("appeals") ? null : from.among(Risk.APPLICATION);
        return db.sql("""
                (select 'appeal', l.letter_id, l.waits_since, m.alias, m.picture,
                        (select left(n.text, 140)
                           from letters.line n
                          where n.circle_id = l.circle_id and n.letter_id = l.letter_id
                          order by n.line_id desc
                          limit 1)
                   from letters.letter l
                   left join members.membership m on m.circle_id = l.circle_id and m.account_id = l.account_id
                  where l.circle_id = :circle and l.state = 'open' and l.waits = 'staff' and l.matter in ('mute', 'removal')
                    and l.account_id <> :me and :appeals and (l.waits_since, l.letter_id) > (:appealsSince, :appealsId)
                  order by l.waits_since, l.letter_id
                  limit :most)
                 union all
                (select 'application', a.application_id, a.made_at, a.name, a.picture, coalesce(a.answers[1], '')
                   from applications.application a
                  where a.circle_id = :circle and a.state = 'waiting'
                    and :applications and (a.made_at, a.application_id) > (:applicationsSince, :applicationsId)
                  order by a.made_at, a.application_id
                  limit :most)
                """)
                .with("circle", staff.circle())
                .with("appeals", appeals != null)
                .with("appealsSince", appeals == null ? Instant.EPOCH : appeals.since())
                .with("appealsId", appeals == null ? QueueKey.FIRST : appeals.id())
                .with("applications", applications != null)
                .with("applicationsSince", applications == null ? Instant.EPOCH : applications.since())
                .with("applicationsId", applications == null ? QueueKey.FIRST : applications.id())
                .with("me", staff.account())
                .with("most", most)
                .all((row, n) -> other(row));
    }

    private static Line other(ResultSet row) throws SQLException {
        var kind = row.getString(1);
        var id = Db.uuid(row, 2);
        var since = Db.instant(row, 3);
        var appeal = kind.equals("appeal");
        var risk = appeal ? Risk.APPEAL : Risk.APPLICATION;
        var key = Ids.text(new ItemId(id));
        return new Line(
                new QueueKey(risk, since, id),
                new QueueRow(
                        kind,
                        key,
                        risk,
                        since,
                        row.getString(4),
                        row.getString(5),
                        row.getString(6) == null ? "" : row.getString(6),
                        false,
                        0,
                        false,
                        appeal ? "/manage/letters/" + key : "/manage/applications",
                        null),
                null);
    }

    private List<QueueRow> named(Staff staff, List<Line> lines) {
        var refs = new ArrayList<Things.Ref>();
        for (var line : lines) {
            if (line.thing() != null) {
                refs.add(line.thing());
            }
        }
        var found = things.views(staff.circle(), refs);
        return lines.stream()
                .map(line -> {
                    var row = line.row();
                    var view = line.thing() == null ? null : found.get(line.thing());
                    return line.thing() == null || view == null
                            ? row
                            : worded(row, view.title().isEmpty() ? view.excerpt() : view.title());
                })
                .toList();
    }

    private static QueueRow worded(QueueRow row, String words) {
        return new QueueRow(
                row.kind(),
                row.key(),
                row.risk(),
                row.since(),
                row.name(),
                row.picture(),
                words,
                row.held(),
                row.reports(),
                row.mended(),
                row.path(),
                row.looking());
    }

    QueueCounts counts(Staff staff) {
        return db.sql("""
                select (select count(*) from (select 1 from review.item i where i.circle_id = :circle and i.state = 'open' and i.held
                                                 and (:leads or not i.about_admin) and i.author_id is distinct from :me limit :most) held),
                       (select count(*) from (select 1 from review.item i where i.circle_id = :circle and i.state = 'open' and i.reports > 0
                                                 and (:leads or not i.about_admin) and i.author_id is distinct from :me limit :most) reported),
                       (select count(*) from (select 1 from review.item i where i.circle_id = :circle and i.state = 'asked'
                                                 and (:leads or not i.about_admin) and i.author_id is distinct from :me limit :most) asked),
                       (select count(*) from (select 1 from letters.letter l where l.circle_id = :circle and l.state = 'open'
                                                 and l.waits = 'staff' and l.matter in ('mute', 'removal')
                                                 and l.account_id <> :me limit :most) appeals),
                       (select count(*) from (select 1 from applications.application a where a.circle_id = :circle
                                                 and a.state = 'waiting' limit :most) applications)
                """)
                .with("circle", staff.circle())
                .with("leads", staff.role().leads())
                .with("me", staff.account())
                .with("most", QueueCounts.MOST)
                .one((row, n) -> new QueueCounts(
                        row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
    }
}
