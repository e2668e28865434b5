package app.teahouse.saved;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.guard.Asked;
import app.teahouse.guard.Guard;
import app.teahouse.guard.Guarded;
import app.teahouse.guard.Reader;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Id;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Role;
import app.teahouse.roster.Author;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what somebody saved, newest first, and of it only what they may read now: posts that can be seen, in circles they belong to.
 * The list lies with the person and the posts with their circles, so it takes two statements and not a join.
 */
@Component
class SavedList {
    private static final UUID NEWEST = new UUID(-1, -1);

    /** After this many pages without enough to show, the reader asks for the next one. */
    private static final int ROUNDS = 5;

    private final Db db;
    private final Circles circles;
    private final Guard guard;
    private final Clock clock;

    SavedList(Db db, Circles circles, Guard guard, Clock clock) {
        this.db = db;
        this.circles = circles;
        this.guard = guard;
        this.clock = clock;
    }

    private record Place(CircleId circle, long number) {}

    private record Saved(SavedId id, Place place, Instant at) {}

    private record SavedId(UUID value) implements Id {}

    private record Shown(SavedId id, SavedPost post) {}

    private record Words(
            String title,
            String excerpt,
            Author author,
            Instant publishedAt,
            Role role,
            Instant joinedAt,
            Guarded guarded) {}

    boolean has(Member member, long number) {
        return db.sql("""
                select 1
                  from saved.post
                 where account_id = :account and circle_id = :circle and number = :number
                """)
                .with("account", member.account())
                .with("circle", member.circle())
                .with("number", number)
                .exists();
    }

    /** @param before what the page before answered as {@code next}, or null */
    Cursor<SavedPost> read(Person person, @Nullable String before, int size) {
        var shown = new ArrayList<Shown>();
        var from = before == null ? NEWEST : Ids.parse(before);
        var last = false;
        for (var round = 0; round < ROUNDS && shown.size() <= size && !last; round++) {
            var saved = saved(person, from, size + 1);
            shown.addAll(readable(person, saved));
            last = saved.size() <= size;
            from = saved.isEmpty() ? from : saved.getLast().id().value();
        }
        var page = Cursor.of(shown, size, one -> Ids.text(one.id()));
        var next = page.next() != null || last ? page.next() : Ids.text(new SavedId(from));
        return new Cursor<>(page.items().stream().map(Shown::post).toList(), next);
    }

    private List<Saved> saved(Person person, UUID before, int most) {
        return db.sql("""
                select saved_id, circle_id, number, saved_at
                  from saved.post
                 where account_id = :account and saved_id < :before
                 order by saved_id desc
                 limit :most
                """)
                .with("account", person.account())
                .with("before", before)
                .with("most", most)
                .all((row, n) -> new Saved(
                        new SavedId(Db.uuid(row, 1)),
                        new Place(new CircleId(Db.uuid(row, 2)), row.getLong(3)),
                        Db.instant(row, 4)));
    }

    private List<Shown> readable(Person person, List<Saved> saved) {
        var faces = faces(saved);
        var words = words(person, saved);
        var rulings = guard.of(words.values().stream()
                .flatMap(post -> Stream.ofNullable(faces.get(post.guarded().circle()))
                        .map(face -> new Asked(
                                Reader.of(face, person.account(), post.role(), post.joinedAt()), post.guarded())))
                .toList());
        var shown = new ArrayList<Shown>();
        for (var one : saved) {
            var face = faces.get(one.place().circle());
            var post = words.get(one.place());
            if (face != null && post != null) {
                var ruling = rulings.of(post.guarded());
                shown.add(new Shown(
                        one.id(),
                        new SavedPost(
                                face,
                                one.place().number(),
                                post.title(),
                                ruling.isOpen() ? post.excerpt() : "",
                                post.author(),
                                post.publishedAt(),
                                one.at(),
                                ruling)));
            }
        }
        return shown;
    }

    private Map<CircleId, Face> faces(List<Saved> saved) {
        var now = clock.instant();
        var faces = new HashMap<CircleId, Face>();
        circles.byIds(saved.stream().map(one -> one.place().circle()).distinct().toList()).values().stream()
                .filter(circle -> !circle.isGone(now))
                .map(Circle::face)
                .forEach(face -> faces.put(face.id(), face));
        return faces;
    }

    /** Those that can be seen; every join stays inside a circle. */
    private Map<Place, Words> words(Person person, List<Saved> saved) {
        if (saved.isEmpty()) {
            return Map.of();
        }
        return db
                .sql("""
                select p.circle_id, p.number, p.title, p.excerpt, p.published_at,
                       p.author_id, p.byline, a.alias, a.picture, a.number, a.role, a.state,
                       me.role, me.joined_at,
                """ + Guarded.FACTS + """
                  from unnest(:circles, :numbers) as s (circle_id, number)
                  join members.membership me on me.circle_id = s.circle_id and me.account_id = :account and me.state = 'active'
                  join content.post p on p.circle_id = s.circle_id and p.number = s.number and p.state = 'live'
                  left join members.membership a on a.circle_id = p.circle_id and a.account_id = p.author_id
                """)
                .withIds(
                        "circles",
                        saved.stream().map(one -> one.place().circle()).toList())
                .withNumbers(
                        "numbers",
                        saved.stream().map(one -> one.place().number()).toList())
                .with("account", person.account())
                .all((row, n) -> Map.entry(place(row), words(row)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(new CircleId(Db.uuid(row, 1)), row.getLong(2));
    }

    private static Words words(ResultSet row) throws SQLException {
        return new Words(
                row.getString(3),
                row.getString(4),
                Author.read(row, 6),
                Db.instant(row, 5),
                Db.constant(Role.class, row.getString(13)),
                Db.instant(row, 14),
                Guarded.read(row, 15));
    }
}
