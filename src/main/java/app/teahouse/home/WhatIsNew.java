package app.teahouse.home;

import app.teahouse.guard.Asked;
import app.teahouse.guard.Guard;
import app.teahouse.guard.Guarded;
import app.teahouse.guard.Reader;
import app.teahouse.guard.Ruling;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Role;
import app.teahouse.members.MyCircle;
import app.teahouse.members.MyCircles;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers what is new across somebody's circles: of the two hundred visited last, the few with most reason to be opened. */
@Component
class WhatIsNew {
    private static final int SHOWN = 10;
    private static final int POSTS_EACH = 3;

    private final Db db;
    private final Guard guard;
    private final MyCircles myCircles;

    WhatIsNew(Db db, Guard guard, MyCircles myCircles) {
        this.db = db;
        this.guard = guard;
        this.myCircles = myCircles;
    }

    /** Circles with something unread come first, then those where something happened last; the rest have their names only. */
    HomeView of(Person person) {
        var mine = myCircles.of(person);
        var inOrder = Stream.concat(
                        mine.stream().filter(circle -> circle.unread() > 0),
                        mine.stream().filter(circle -> circle.unread() == 0))
                .toList();
        var shown = inOrder.stream().limit(SHOWN).toList();
        var posts = newest(person, shown.stream().map(MyCircle::face).toList());
        return new HomeView(
                shown.stream()
                        .map(circle -> new CircleNews(
                                circle, posts.getOrDefault(circle.face().id(), List.of())))
                        .toList(),
                inOrder.stream().skip(SHOWN).toList());
    }

    List<MyCircle> circles(Person person) {
        return myCircles.of(person);
    }

    private record Row(CircleId circle, CircleNews.Post post, Reader reader, Guarded guarded) {}

    /** One look into each circle's index of posts; every join stays inside a circle. */
    private Map<CircleId, List<CircleNews.Post>> newest(Person person, Collection<Face> faces) {
        var circles = faces.stream().collect(Collectors.toMap(Face::id, face -> face));
        if (circles.isEmpty()) {
            return Map.of();
        }
        var rows = db.sql("""
                select p.circle_id, p.number, p.title, p.excerpt, coalesce(a.alias, p.byline), a.picture, p.published_at,
                       p.number > me.seen_number, p.wakes and p.number > me.seen_number and p.author_id is distinct from :account
                               and not exists (select 1 from reading.opened o
                                                where o.circle_id = p.circle_id and o.account_id = me.account_id
                                                  and o.number = p.number),
                       me.role, me.joined_at, me.tier,
                """ + Guarded.FACTS + """
                  from unnest(:circles) as c (circle_id)
                  join members.membership me on me.circle_id = c.circle_id and me.account_id = :account and me.state = 'active'
                 cross join lateral (select x.circle_id, x.post_id, x.number, x.title, x.excerpt, x.byline, x.author_id, x.published_at,
                                            x.wakes, x.locks, x.protection, x.preview, x.pinned_order, x.pinned_until
                                       from content.post x
                                      where x.circle_id = c.circle_id and x.state = 'live'
                                      order by x.number desc
                                      limit :each) p
                  left join members.membership a on a.circle_id = p.circle_id and a.account_id = p.author_id
                 order by p.circle_id, p.number desc
                """)
                .withIds("circles", circles.keySet())
                .with("account", person.account())
                .with("each", POSTS_EACH)
                .all((row, n) -> new Row(
                        new CircleId(Db.uuid(row, 1)),
                        new CircleNews.Post(
                                row.getLong(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                Db.instant(row, 7),
                                row.getBoolean(8),
                                row.getBoolean(9),
                                Ruling.FREE),
                        Reader.of(
                                Objects.requireNonNull(circles.get(new CircleId(Db.uuid(row, 1)))),
                                person.account(),
                                Db.constant(Role.class, row.getString(10)),
                                Db.instant(row, 11),
                                row.getInt(12)),
                        Guarded.read(row, 13)));
        var rulings = guard.of(
                rows.stream().map(row -> new Asked(row.reader(), row.guarded())).toList());
        return rows.stream()
                .collect(Collectors.groupingBy(
                        Row::circle,
                        Collectors.mapping(row -> row.post().as(rulings.of(row.guarded())), Collectors.toList())));
    }
}
