package app.teahouse.treasury;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Refusal;
import app.teahouse.ledger.Purpose;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads where the money of all circles lies. Sums of the whole site are at most a minute old; a circle's are those of this moment. */
@Component
public class SiteMoney {
    private static final int PAGE = 50;

    private static final List<String> SHOWN = Stream.of(
                    Purpose.HELD,
                    Purpose.AVAILABLE,
                    Purpose.ON_ITS_WAY,
                    Purpose.DISPUTED,
                    Purpose.SITE_FEE,
                    Purpose.OWED_TO_SITE)
            .map(Db::name)
            .toList();

    private final Db db;
    private final Circles circles;
    private final LoadingCache<String, List<Sums>> whole;

    SiteMoney(Db db, Circles circles) {
        this.db = db;
        this.circles = circles;
        this.whole = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofMinutes(1))
                .maximumSize(1)
                .build(_ -> count());
    }

    /** All circles together, by currency. */
    public List<Sums> whole(Operator operator) {
        return whole.get("");
    }

    /** One statement over all balances, at most once a minute. What the site owes to one circle pays nobody else's debt. */
    List<Sums> count() {
        return sums(db.sql("""
                select purpose, currency, sum(case when purpose = 'owed_to_site' then least(posted, 0) else posted end)::bigint
                  from ledger.balance
                 where posted <> 0 and purpose = any(:purposes)
                 group by purpose, currency
                """)
                .withTexts("purposes", SHOWN)
                .all((row, n) -> new Part(
                        Db.constant(Purpose.class, row.getString(1)), Money.of(row.getLong(3), row.getString(2)))));
    }

    private record Part(Purpose purpose, Money posted) {}

    private record PartOf(CircleId circle, Part part) {}

    /** Circles whose ledger was proven at least once, which is half an hour after money moved first; the youngest first. */
    Cursor<CircleSums> page(Operator operator, @Nullable String before) {
        var found = db.sql("""
                select circle_id
                  from ledger.proof
                 where true
                """)
                .and(before != null, "and circle_id < :before")
                .and(true, "order by circle_id desc limit :most")
                .with("before", before == null ? null : Ids.parse(before))
                .with("most", PAGE + 1)
                .all((row, n) -> new CircleId(Db.uuid(row, 1)));
        var shown = found.stream().limit(PAGE).toList();
        var parts = parts(shown);
        var faces = circles.byIds(shown);
        var items = shown.stream()
                .map(circle -> view(circle, faces.get(circle), parts.getOrDefault(circle, List.of())))
                .toList();
        return new Cursor<>(items, found.size() > PAGE ? Ids.text(shown.getLast()) : null);
    }

    /** @throws Refusal {@code circle.unknown} where no money ever moved */
    CircleSums of(Operator operator, CircleId circle) {
        var parts = parts(List.of(circle)).get(circle);
        if (parts == null) {
            throw Refusal.notFound("circle.unknown");
        }
        return view(circle, circles.byId(circle).orElse(null), parts);
    }

    private static CircleSums view(CircleId circle, @Nullable Circle found, List<Part> parts) {
        return new CircleSums(circle.value(), found == null ? null : found.face(), sums(parts));
    }

    private Map<CircleId, List<Part>> parts(Collection<CircleId> ids) {
        var parts = new HashMap<CircleId, List<Part>>();
        db.sql("""
                select circle_id, purpose, currency, sum(posted)::bigint
                  from ledger.balance
                 where circle_id = any(:circles) and purpose = any(:purposes)
                 group by circle_id, purpose, currency
                """)
                .withIds("circles", ids)
                .withTexts("purposes", SHOWN)
                .all((row, n) -> new PartOf(
                        new CircleId(Db.uuid(row, 1)),
                        new Part(
                                Db.constant(Purpose.class, row.getString(2)),
                                Money.of(row.getLong(4), row.getString(3)))))
                .forEach(one -> parts.computeIfAbsent(one.circle(), _ -> new ArrayList<>())
                        .add(one.part()));
        return parts;
    }

    private static List<Sums> sums(List<Part> parts) {
        var byCode = new TreeMap<String, Map<Purpose, Money>>();
        parts.forEach(part -> byCode.computeIfAbsent(part.posted().code(), _ -> new HashMap<>())
                .put(part.purpose(), part.posted()));
        return byCode.entrySet().stream()
                .map(one -> {
                    var none = Money.none(Currency.getInstance(one.getKey()));
                    var of = one.getValue();
                    return new Sums(
                            of.getOrDefault(Purpose.HELD, none),
                            of.getOrDefault(Purpose.AVAILABLE, none),
                            of.getOrDefault(Purpose.ON_ITS_WAY, none),
                            of.getOrDefault(Purpose.DISPUTED, none),
                            of.getOrDefault(Purpose.SITE_FEE, none),
                            of.getOrDefault(Purpose.OWED_TO_SITE, none).negated());
                })
                .toList();
    }
}
