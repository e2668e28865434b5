package app.teahouse.columns;

import app.teahouse.guard.Reader;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads the columns of a circle, the youngest first: those before everybody, and the drafts of whoever arranges them. */
@Component
public class Library {
    private static final UUID NOBODY = new UUID(0, 0);

    private final Db db;
    private final Tiers tiers;

    Library(Db db, Tiers tiers) {
        this.db = db;
        this.tiers = tiers;
    }

    List<ColumnCard> published(Onlooker onlooker) {
        return all(onlooker).stream().filter(card -> card.face().published()).toList();
    }

    /** Those that this reader arranges. */
    public List<ColumnCard> editable(Onlooker onlooker) {
        return all(onlooker).stream().filter(card -> card.face().editable()).toList();
    }

    /** A circle has few columns and a column few posts, so that they can be counted. */
    private List<ColumnCard> all(Onlooker onlooker) {
        var member = onlooker.member().orElse(null);
        return db.sql("""
                select c.column_id, c.number, c.name, c.promise, c.cover, c.course, c.published_at is not null, c.made_by,
                       n.items, n.minutes, n.done, n.unread, c.least_tier,
                       (select x.name
                          from plans.plan x
                         where x.circle_id = c.circle_id and x.state = 'on_sale' and x.tier >= c.least_tier
                         order by x.tier, x.number
                         limit 1)
                  from columns.series c
                 cross join lateral (select count(*) as items, coalesce(sum(p.minutes), 0) as minutes,
                                            count(d.account_id) as done,
                                            count(*) filter (where d.account_id is null and o.number is null
                                                               and p.author_id is distinct from :reader) as unread
                                       from columns.item i
                                       join content.post p
                                         on p.circle_id = i.circle_id and p.post_id = i.post_id and p.state = 'live'
                                       left join columns.done d
                                         on d.circle_id = i.circle_id and d.account_id = :reader and d.post_id = i.post_id
                                       left join reading.position o
                                         on o.circle_id = i.circle_id and o.account_id = :reader and o.number = p.number
                                      where i.circle_id = c.circle_id and i.column_id = c.column_id) n
                 where c.circle_id = :circle
                 order by c.number desc
                 limit 200
                """)
                .with("circle", onlooker.circle())
                .with(
                        "reader",
                        onlooker.member()
                                .map(Member::account)
                                .map(AccountId::value)
                                .orElse(NOBODY))
                .all((row, n) -> new ColumnCard(
                        ColumnFace.read(row, onlooker.face().slug(), member),
                        row.getInt(9),
                        row.getInt(10),
                        row.getInt(11),
                        member == null ? 0 : row.getInt(12),
                        Reader.of(onlooker).reaches(row.getInt(13))
                                ? null
                                : tiers.view(onlooker.circle(), row.getInt(13), row.getString(14))));
    }
}
