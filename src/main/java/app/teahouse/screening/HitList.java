package app.teahouse.screening;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Id;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Scrutiny.Matter;
import app.teahouse.kernel.Scrutiny.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What rules found, as staff read it: how much of late, how often they thought otherwise, and each hit. */
@Component
public class HitList {
    static final int SIZE = 30;
    static final int MOST_COUNTED = 1_000;

    private static final Duration LATELY = Duration.ofDays(30);

    private final Db db;
    private final Clock clock;

    HitList(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Of the last thirty days; more than a thousand are not counted. */
    public record Counts(long hits, long agreed, long disagreed) {
        static final Counts NONE = new Counts(0, 0, 0);

        public boolean isMore() {
            return hits >= MOST_COUNTED;
        }
    }

    Map<RuleId, Counts> counts(CircleId circle) {
        var counts = new HashMap<RuleId, Counts>();
        db.sql("""
                select r.rule_id, h.hits, h.agreed, h.disagreed
                  from screening.rule r
                 cross join lateral (select count(*) as hits, count(*) filter (where l.outcome = 'agreed') as agreed,
                                            count(*) filter (where l.outcome = 'disagreed') as disagreed
                                       from (select x.outcome, x.at
                                               from screening.hit x
                                              where x.circle_id = r.circle_id and x.rule_id = r.rule_id
                                              order by x.hit_id desc
                                              limit :most) as l
                                      where l.at > :since) as h
                 where r.circle_id = :circle
                """)
                .with("circle", circle)
                .with("since", clock.instant().minus(LATELY))
                .with("most", MOST_COUNTED)
                .all((row, n) -> Map.entry(
                        new RuleId(Db.uuid(row, 1)), new Counts(row.getLong(2), row.getLong(3), row.getLong(4))))
                .forEach(one -> counts.put(one.getKey(), one.getValue()));
        return counts;
    }

    /**
     * One thing a rule found.
     *
     * @param writer null if they left
     * @param url where it stands; null where nothing was written
     * @param outcome whether staff {@code agreed} or {@code disagreed}, or null
     */
    public record HitView(
            UUID id,
            @Nullable String writer,
            @Nullable Long number,
            Matter matter,
            Verdict verdict,
            @Nullable String url,
            String excerpt,
            Instant at,
            @Nullable String outcome) {}

    Cursor<HitView> page(CircleId circle, String slug, RuleId rule, @Nullable UUID before) {
        record Before(UUID value) implements Id {}
        var found = db.sql("""
                select h.hit_id, m.alias, m.number, h.matter, h.verdict, h.about_id, h.excerpt, h.at, h.outcome, p.number
                  from screening.hit h
                  left join members.membership m
                    on m.circle_id = h.circle_id and m.account_id = h.account_id and m.state = 'active'
                  left join comments.comment c
                    on c.circle_id = h.circle_id and c.comment_id = case h.matter when 'comment' then h.about_id end
                  left join content.post p on p.circle_id = c.circle_id and p.post_id = c.post_id
                 where h.circle_id = :circle and h.rule_id = :rule
                """)
                .and(before != null, "and h.hit_id < :before")
                .and(true, "order by h.hit_id desc limit :most")
                .with("circle", circle)
                .with("rule", rule)
                .with("before", before == null ? null : new Before(before))
                .with("most", SIZE + 1)
                .all((row, n) -> {
                    var matter = Db.constant(Matter.class, row.getString(4));
                    var verdict = Db.constant(Verdict.class, row.getString(5));
                    var member = row.getObject(3, Long.class);
                    return new HitView(
                            Db.uuid(row, 1),
                            row.getString(2),
                            member,
                            matter,
                            verdict,
                            verdict.refuses()
                                    ? null
                                    : where(slug, matter, Db.uuid(row, 6), row.getObject(10, Long.class), member),
                            row.getString(7),
                            Db.instant(row, 8),
                            row.getString(9));
                });
        return Cursor.of(found, SIZE, hit -> hit.id().toString());
    }

    private static @Nullable String where(
            String slug, Matter matter, UUID about, @Nullable Long post, @Nullable Long member) {
        return switch (matter) {
            case POST, HOMEWORK -> url(slug, matter, about);
            case COMMENT ->
                post == null ? null : "/c/" + slug + "/p/" + post + "?comment=" + key(about) + "#c-" + key(about);
            case PROFILE -> member == null ? null : "/c/" + slug + "/m/" + member;
        };
    }

    /** Where something stands that was written; null where that takes more than its id. */
    static @Nullable String url(String slug, Matter matter, UUID about) {
        return switch (matter) {
            case POST, HOMEWORK -> "/c/" + slug + "/p/" + key(about);
            case COMMENT -> "/c/" + slug + "/comments/" + key(about) + "/history";
            case PROFILE -> null;
        };
    }

    private static String key(UUID id) {
        return Ids.text(new RuleId(id));
    }

    /** A rule with what it found of late. */
    public record RuleView(Rule rule, Counts counts) {}

    List<RuleView> with(CircleId circle, List<Rule> rules) {
        var counts = counts(circle);
        return rules.stream()
                .map(rule -> new RuleView(rule, counts.getOrDefault(rule.id(), Counts.NONE)))
                .toList();
    }
}
