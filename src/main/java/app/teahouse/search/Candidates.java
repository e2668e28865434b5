package app.teahouse.search;

import app.teahouse.guard.Ruling;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds what has the words, and in the same statement asks whether it may be seen: posts and comments that are live, members that are
 * active, circles the reader belongs to. What is counted, ranked or suggested has passed here.
 */
@Component
class Candidates {
    /** More of one circle nobody reads, so no more are ranked. */
    static final int MOST = 250;

    /** So many more that have the words in their title, of what is not looked at for being old. */
    static final int MOST_TITLED = 80;

    /** The rank of a word that stands once, somewhere in a long text. */
    private static final String LEAST = "0.025";

    private static final int MOST_NAMED = 50;

    private final Db db;
    private final Openness openness;

    Candidates(Db db, Openness openness) {
        this.db = db;
        this.openness = openness;
    }

    /**
     * A question to one circle, as texts of tsquery.
     *
     * @param near all the words, in the range
     * @param titled all the words in the title, beyond it; null where the range is the whole circle
     * @param named the same in members' names
     * @param from the lowest number of the range
     */
    record Ask(
            CircleId circle,
            String near,
            @Nullable String titled,
            @Nullable String named,
            long from) {}

    /**
     * A word, as its circle has it, and how much it says.
     *
     * @param must whether each hit has it, unless hits have some of the words only
     */
    record Weighed(CircleId circle, String query, double weight, boolean must) {}

    /**
     * Where a list by number goes on, and when it began.
     *
     * @param asOf what could first be found later is left out, so that a list that is paged does not move
     */
    record Place(Instant asOf, long number, UUID id) {
        static Place start(Instant asOf) {
            return new Place(asOf, Long.MAX_VALUE, new UUID(-1, -1));
        }
    }

    /**
     * What is asked.
     *
     * @param words what hits are ranked by
     * @param some whether hits have some of the words only
     * @param most of one circle
     */
    record Asked(List<Ask> asks, List<Weighed> words, boolean some, Place place, int most) {}

    /**
     * What was found.
     *
     * @param full whether one of the circles has more than was looked at
     * @param last the number and id where a list by number ended, seen or not
     */
    record Found(
            List<Candidate> seen, boolean full, @Nullable Place last) {}

    /** @param ask the post that may be closed to the reader, or null */
    private record Row(
            CircleId circle,
            @Nullable Candidate candidate,
            Place place,
            @Nullable UUID ask) {}

    Found find(Scope scope, Asked asked) {
        var asks = asked.asks();
        var words = asked.words();
        var place = asked.place();
        var old = scope.circles().stream()
                .filter(Openness::mayBeOld)
                .map(Face::id)
                .collect(Collectors.toSet());
        // Lists are hidden in subselects, so that PostgreSQL plans once and not for each question. What is looked up
        // for a
        // hit is one row behind a limit: so it is always read by its key, whatever the statistics say.
        var rows = db.sql("""
                with word as materialized (
                    select w.circle_id, w.query::tsquery as query, w.weight::float8 as weight, w.least::float8 as least
                      from unnest((select cast(:whose as uuid[])), (select cast(:words as text[])), (select cast(:weights as text[])),
                                  (select cast(:leasts as text[]))) as w (circle_id, query, weight, least)),
                found as materialized (
                    select distinct on (a.circle_id, d.document_id) a.circle_id, d.document_id, d.kind, d.number, d.front
                      from unnest((select cast(:circles as uuid[])), (select cast(:nears as text[])), (select cast(:titleds as text[])),
                                  (select cast(:nameds as text[])), (select cast(:froms as int8[])))
                        as a (circle_id, near, titled, named, lowest)
                     cross join lateral (
                           (select x.document_id, x.kind, x.number, x.front
                              from index.document x
                             where x.circle_id = a.circle_id and x.words @@ a.near::tsquery and x.added_at <= :asOf
                               and x.number >= a.lowest and (x.number, x.document_id) < (:number, :id)
                             order by x.number desc, x.document_id desc
                             limit :most)
                           union all
                           (select x.document_id, x.kind, x.number, x.front
                              from index.document x
                             where x.circle_id = a.circle_id and x.words @@ a.titled::tsquery
                               and x.added_at <= :asOf
                             order by x.number desc, x.document_id desc
                             limit :mostTitled)
                           union all
                           (select x.document_id, x.kind, x.number, x.front
                              from index.document x
                             where x.circle_id = a.circle_id and x.words @@ a.named::tsquery
                               and x.added_at <= :asOf
                             order by x.number desc, x.document_id desc
                             limit :mostNamed)) d
                     where cast(:reader as uuid) is null
                        or exists (select 1
                                     from members.membership me
                                    where me.circle_id = a.circle_id and me.account_id = :reader and me.state = 'active')
                     order by a.circle_id, d.document_id)
                select f.circle_id, f.document_id, f.kind, f.number,
                       case f.kind when 'post' then p.published_at
                                   when 'comment' then case when p.post_id is not null then c.made_at end
                                   when 'member' then m.joined_at
                                   else s.published_at end,
                       p.highlighted_at is not null and f.kind = 'post', coalesce(c.author_id, p.author_id),
                       case f.kind when 'post' then array(select t.tag_id
                                                            from tags.post_tag t
                                                           where t.circle_id = f.circle_id and t.post_id = f.document_id) end,
                       r.matched, r.rank, p.post_id, p.locks <> '{}'
                  from found f
                  left join lateral (
                       select x.post_id, x.author_id, x.made_at
                         from comments.comment x
                        where f.kind = 'comment' and x.circle_id = f.circle_id and x.comment_id = f.document_id and x.state = 'live'
                        limit 1) c on true
                  left join lateral (
                       select x.post_id, x.author_id, x.published_at, x.highlighted_at, x.locks
                         from content.post x
                        where x.circle_id = f.circle_id and x.state = 'live'
                          and x.post_id = case f.kind when 'post' then f.document_id else c.post_id end
                        limit 1) p on true
                  left join lateral (
                       select x.joined_at
                         from members.membership x
                        where f.kind = 'member' and :members and x.circle_id = f.circle_id and x.account_id = f.document_id
                          and x.state = 'active'
                        limit 1) m on true
                  left join lateral (
                       select x.published_at
                         from columns.series x
                        where f.kind = 'column' and x.circle_id = f.circle_id and x.column_id = f.document_id
                          and x.published_at is not null
                        limit 1) s on true
                 cross join lateral (
                       select coalesce(sum(q.weight) filter (where has.it and q.least > 0), 0) as matched,
                              coalesce(sum(q.weight * coalesce(nullif(ts_rank('{0.2, 0.35, 0.6, 1.0}', f.front, q.query, 1), 0),
                                                               case when has.it then q.least else 0 end)), 0) as rank
                         from word q
                        cross join lateral (select case when :some
                                                        then (select x.words @@ q.query
                                                                from index.document x
                                                               where x.circle_id = f.circle_id and x.document_id = f.document_id)
                                                        else true end as it) has
                        where q.circle_id = f.circle_id) r
                """)
                .withIds("circles", asks.stream().map(Ask::circle).toList())
                .withTexts("nears", asks.stream().map(Ask::near).toList())
                .withTexts(
                        "titleds",
                        asks.stream().map(ask -> orNothing(ask.titled())).toList())
                .withTexts(
                        "nameds",
                        asks.stream().map(ask -> orNothing(ask.named())).toList())
                .withNumbers("froms", asks.stream().map(Ask::from).toList())
                .withIds("whose", words.stream().map(Weighed::circle).toList())
                .withTexts("words", words.stream().map(Weighed::query).toList())
                .withTexts(
                        "weights",
                        words.stream()
                                .map(word -> String.valueOf(word.weight()))
                                .toList())
                .withTexts(
                        "leasts",
                        words.stream().map(word -> word.must() ? LEAST : "0").toList())
                .with("some", asked.some())
                .with("asOf", place.asOf())
                .with("number", place.number())
                .with("id", place.id())
                .with("most", asked.most())
                .with("mostTitled", MOST_TITLED)
                .with("mostNamed", MOST_NAMED)
                .with("reader", scope.reader())
                .with("members", scope.members())
                .all((row, n) -> row(row, place.asOf(), old));
        var last = rows.stream()
                .map(Row::place)
                .min((one, other) -> one.number() == other.number()
                        ? compare(one.id(), other.id())
                        : Long.compare(one.number(), other.number()))
                .orElse(null);
        return new Found(
                open(scope, rows),
                rows.stream().collect(Collectors.groupingBy(Row::circle, Collectors.counting())).values().stream()
                        .anyMatch(many -> many >= asked.most()),
                last);
    }

    private List<Candidate> open(Scope scope, List<Row> rows) {
        var rulings = openness.of(
                scope,
                rows.stream()
                        .flatMap(row -> Stream.ofNullable(row.ask()).map(post -> new Openness.Post(row.circle(), post)))
                        .distinct()
                        .toList());
        return rows.stream()
                .filter(row -> row.ask() == null || isOpen(rulings.get(new Openness.Post(row.circle(), row.ask()))))
                .flatMap(row -> Stream.ofNullable(row.candidate()))
                .toList();
    }

    private static boolean isOpen(@Nullable Ruling ruling) {
        return ruling != null && ruling.isOpen();
    }

    /** No document has this, as all lexemes begin with their circle's letters. */
    private static String orNothing(@Nullable String query) {
        return query == null ? "'-'" : query;
    }

    /** As PostgreSQL sorts them, without signs. */
    static int compare(UUID one, UUID other) {
        var high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    /** What has no moment cannot be seen: none of the rows it hangs on is live. */
    private static Row row(ResultSet row, Instant asOf, Set<CircleId> old) throws SQLException {
        var circle = new CircleId(Db.uuid(row, 1));
        var id = Db.uuid(row, 2);
        var at = Db.maybeInstant(row, 5);
        var place = new Place(asOf, row.getLong(4), id);
        if (at == null) {
            return new Row(circle, null, place, null);
        }
        var writer = Db.maybeUuid(row, 7);
        return new Row(
                circle,
                new Candidate(
                        circle,
                        id,
                        row.getString(3),
                        row.getLong(4),
                        at,
                        row.getBoolean(6),
                        writer == null ? null : new AccountId(writer),
                        Db.uuids(row, 8),
                        row.getDouble(9),
                        row.getDouble(10)),
                place,
                row.getBoolean(12) || old.contains(circle) ? Db.maybeUuid(row, 11) : null);
    }
}
