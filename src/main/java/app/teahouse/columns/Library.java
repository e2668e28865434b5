package app.teahouse.columns;

import app.teahouse.guard.Guard;
import app.teahouse.guard.Guarded;
import app.teahouse.guard.Reader;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the columns of a circle, the youngest first: those before everybody, and the drafts of whoever arranges them. */
@Component
public class Library {
    private static final UUID NOBODY = new UUID(0, 0);

    private final Db db;
    private final Guard guard;
    private final Tiers tiers;
    private final Clock clock;

    Library(Db db, Guard guard, Tiers tiers, Clock clock) {
        this.db = db;
        this.guard = guard;
        this.tiers = tiers;
        this.clock = clock;
    }

    List<ColumnCard> published(Onlooker onlooker) {
        return all(onlooker).stream().filter(card -> card.face().published()).toList();
    }

    /** Those that this reader arranges. */
    public List<ColumnCard> editable(Onlooker onlooker) {
        return all(onlooker).stream().filter(card -> card.face().editable()).toList();
    }

    /** What is unread is counted, but for parts that may be closed to this reader: those come along, and the guard decides. */
    private List<ColumnCard> all(Onlooker onlooker) {
        var rows = rows(onlooker);
        var rulings = guard.of(
                Reader.of(onlooker),
                rows.stream().map(Row::doubtful).filter(Objects::nonNull).toList());
        var cards = new LinkedHashMap<ColumnId, ColumnCard>();
        for (var row : rows) {
            var id = row.card().face().id();
            var card = cards.getOrDefault(id, row.card());
            var doubtful = row.doubtful();
            cards.put(
                    id, doubtful != null && rulings.of(doubtful).isOpen() ? card.withUnread(card.unread() + 1) : card);
        }
        return List.copyOf(cards.values());
    }

    /** A column, and one of its unread parts that may be closed, if there is any. */
    private record Row(ColumnCard card, @Nullable Guarded doubtful) {
        static Row read(ResultSet row, Onlooker onlooker, @Nullable TierView tier) throws SQLException {
            var card = new ColumnCard(
                    ColumnFace.read(
                            row, onlooker.face().slug(), onlooker.member().orElse(null)),
                    row.getInt(9),
                    row.getInt(10),
                    row.getInt(11),
                    row.getInt(12),
                    tier);
            return new Row(card, Db.maybeUuid(row, 16) == null ? null : Guarded.read(row, 15));
        }
    }

    /** A circle has few columns and a column few posts, so that they can be counted. */
    private List<Row> rows(Onlooker onlooker) {
        return db.sql("""
                select c.column_id, c.number, c.name, c.promise, c.cover, c.course, c.published_at is not null, c.made_by,
                       n.items, n.minutes, n.done, n.unread, c.least_tier,
                       (select x.name
                          from plans.plan x
                         where x.circle_id = c.circle_id and x.state = 'on_sale' and x.tier >= c.least_tier
                         order by x.tier, x.number
                         limit 1),
                """ + Guarded.FACTS + """
                  from (select circle_id, column_id, number, name, promise, cover, course, published_at, made_by, least_tier
                          from columns.series
                         where circle_id = :circle
                         order by number desc
                         limit 200) c
                 cross join lateral (select count(*) as items, coalesce(sum(p.minutes), 0) as minutes,
                                            count(d.account_id) as done,
                                            count(*) filter (where :member and d.account_id is null and o.number is null
                                                               and p.author_id is distinct from :reader
                                                               and p.locks = '{}' and p.published_at >= :from) as unread
                                       from columns.item i
                                       join content.post p
                                         on p.circle_id = i.circle_id and p.post_id = i.post_id and p.state = 'live'
                                       left join columns.done d
                                         on d.circle_id = i.circle_id and d.account_id = :reader and d.post_id = i.post_id
                                       left join reading.position o
                                         on o.circle_id = i.circle_id and o.account_id = :reader and o.number = p.number
                                      where i.circle_id = c.circle_id and i.column_id = c.column_id) n
                  left join lateral (select p.circle_id, p.post_id, p.author_id, p.published_at, p.locks, p.protection,
                                            p.preview, p.pinned_order, p.pinned_until
                                       from columns.item i
                                       join content.post p
                                         on p.circle_id = i.circle_id and p.post_id = i.post_id and p.state = 'live'
                                        and (p.locks <> '{}' or p.published_at < :from)
                                       left join columns.done d
                                         on d.circle_id = i.circle_id and d.account_id = :reader and d.post_id = i.post_id
                                       left join reading.position o
                                         on o.circle_id = i.circle_id and o.account_id = :reader and o.number = p.number
                                      where i.circle_id = c.circle_id and i.column_id = c.column_id
                                        and :member and d.account_id is null and o.number is null
                                        and p.author_id is distinct from :reader) p
                    on true
                 order by c.number desc, p.post_id
                """)
                .with("circle", onlooker.circle())
                .with("member", onlooker.member().isPresent())
                .with("from", Reader.of(onlooker).from(clock.instant()))
                .with(
                        "reader",
                        onlooker.member()
                                .map(Member::account)
                                .map(AccountId::value)
                                .orElse(NOBODY))
                .all((row, n) -> Row.read(row, onlooker, tier(onlooker, row.getInt(13), row.getString(14))));
    }

    /** Null where it is open to this reader. */
    private @Nullable TierView tier(Onlooker onlooker, int least, @Nullable String plan) {
        return Reader.of(onlooker).reaches(least) ? null : tiers.view(onlooker.circle(), least, plan);
    }
}
