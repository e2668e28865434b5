package app.teahouse.saved;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.guard.Guard;
import app.teahouse.guard.Guarded;
import app.teahouse.guard.Reader;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Folding;
import app.teahouse.kernel.Id;
import app.teahouse.kernel.Ids;
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

    private static final int SEARCHED = 500;
    private static final int SEARCHES = SavePost.MOST / SEARCHED;

    private final Db db;
    private final Circles circles;
    private final Guard guard;
    private final Clock clock;
    private final SavedSheet sheet;

    SavedList(Db db, Circles circles, Guard guard, Clock clock, SavedSheet sheet) {
        this.db = db;
        this.circles = circles;
        this.guard = guard;
        this.clock = clock;
        this.sheet = sheet;
    }

    private record Saved(
            SavedId id,
            SavedPlace place,
            Instant at,
            String note,
            @Nullable FolderId folder) {}

    private record SavedId(UUID value) implements Id {}

    private record Shown(SavedId id, SavedPost post) {}

    private record Words(
            String title,
            String excerpt,
            Author author,
            Instant publishedAt,
            Role role,
            Instant joinedAt,
            int tier,
            Guarded guarded) {}

    /**
     * What to show of it.
     *
     * @param folder only what lies there, or null
     * @param search only what is called so, or has it in its note or passages, or null
     * @param before what the page before answered as {@code next}, or null
     */
    record Asked(
            @Nullable FolderId folder,
            @Nullable String search,
            @Nullable String before) {
        static final Asked ALL = new Asked(null, null, null);

        static Asked before(@Nullable String before) {
            return new Asked(null, null, before);
        }
    }

    /** Whoever searches looks through all there is, in a few larger steps. */
    Cursor<SavedPost> read(Person person, Asked asked, int size) {
        var search = asked.search() == null ? "" : Folding.folded(asked.search().strip());
        var shown = new ArrayList<Shown>();
        var from = asked.before() == null ? NEWEST : Ids.parse(asked.before());
        var last = false;
        var step = search.isEmpty() ? size + 1 : SEARCHED;
        for (var round = 0; round < (search.isEmpty() ? ROUNDS : SEARCHES) && shown.size() <= size && !last; round++) {
            var saved = saved(person, asked.folder(), from, step);
            readable(person, saved).stream()
                    .filter(one -> search.isEmpty() || matches(one.post(), search))
                    .forEach(shown::add);
            last = saved.size() < step;
            from = saved.isEmpty() ? from : saved.getLast().id().value();
        }
        var page = Cursor.of(shown.stream().limit(size + 1L).toList(), size, one -> Ids.text(one.id()));
        var next = page.next() != null || last ? page.next() : Ids.text(new SavedId(from));
        return new Cursor<>(page.items().stream().map(Shown::post).toList(), next);
    }

    private static boolean matches(SavedPost post, String search) {
        return Folding.folded(post.name()).contains(search)
                || Folding.folded(post.note()).contains(search)
                || post.passages().stream()
                        .anyMatch(passage -> Folding.folded(passage.words()).contains(search));
    }

    private List<Saved> saved(Person person, @Nullable FolderId folder, UUID before, int most) {
        return db.sql("""
                select saved_id, circle_id, number, saved_at, note, folder_id
                  from saved.post
                 where account_id = :account and saved_id < :before
                """)
                .and(folder != null, "and folder_id = :folder")
                .and(true, "order by saved_id desc limit :most")
                .with("account", person.account())
                .with("before", before)
                .with("folder", folder)
                .with("most", most)
                .all((row, n) -> new Saved(
                        new SavedId(Db.uuid(row, 1)),
                        new SavedPlace(new CircleId(Db.uuid(row, 2)), row.getLong(3)),
                        Db.instant(row, 4),
                        row.getString(5),
                        folder(row, 6)));
    }

    private static @Nullable FolderId folder(ResultSet row, int column) throws SQLException {
        var id = Db.maybeUuid(row, column);
        return id == null ? null : new FolderId(id);
    }

    private List<Shown> readable(Person person, List<Saved> saved) {
        var faces = faces(saved);
        var words = words(person, saved);
        var passages = sheet.passages(person, saved.stream().map(Saved::place).toList());
        var rulings = guard.of(words.values().stream()
                .flatMap(post -> Stream.ofNullable(faces.get(post.guarded().circle()))
                        .map(face -> new app.teahouse.guard.Asked(
                                Reader.of(face, person.account(), post.role(), post.joinedAt(), post.tier()),
                                post.guarded())))
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
                                one.note(),
                                one.folder(),
                                passages.getOrDefault(one.place(), List.of()),
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
    private Map<SavedPlace, Words> words(Person person, List<Saved> saved) {
        if (saved.isEmpty()) {
            return Map.of();
        }
        return db
                .sql("""
                select p.circle_id, p.number, p.title, p.excerpt, p.published_at,
                       p.author_id, p.byline, a.alias, a.picture, a.number, a.role, a.state,
                       me.role, me.joined_at, me.tier,
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

    private static SavedPlace place(ResultSet row) throws SQLException {
        return new SavedPlace(new CircleId(Db.uuid(row, 1)), row.getLong(2));
    }

    private static Words words(ResultSet row) throws SQLException {
        return new Words(
                row.getString(3),
                row.getString(4),
                Author.read(row, 6),
                Db.instant(row, 5),
                Db.constant(Role.class, row.getString(13)),
                Db.instant(row, 14),
                row.getInt(15),
                Guarded.read(row, 16));
    }
}
