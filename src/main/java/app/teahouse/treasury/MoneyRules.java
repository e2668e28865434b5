package app.teahouse.treasury;

import app.teahouse.kernel.AfterCommit;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.OperatorLog;
import app.teahouse.kernel.Refusal;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the operator set the money of this site. The snapshot is at most ten seconds old on every node. */
@Component
public class MoneyRules {
    static final int MOST_SETTLE_DAYS = 90;
    static final int LEAST_YEARS = 3;
    static final int MOST_YEARS = 50;

    private static final Rules AT_FIRST = new Rules(3, 10);
    private static final long LEAST = 1_000;
    private static final long LARGE = 500_000;

    private final Db db;
    private final OperatorLog log;
    private final Clock clock;
    private final LoadingCache<String, Snapshot> snapshot;

    MoneyRules(Db db, OperatorLog log, Clock clock) {
        this.db = db;
        this.log = log;
        this.clock = clock;
        this.snapshot = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofSeconds(10))
                .maximumSize(1)
                .build(_ -> fresh());
    }

    /**
     * @param settleDays after how many days income can be paid out
     * @param keepYears for how long the books of a circle are kept after it was deleted
     */
    public record Rules(int settleDays, int keepYears) {
        public Duration settleDelay() {
            return Duration.ofDays(settleDays);
        }
    }

    /**
     * @param least the smallest payout
     * @param large above it a second person says yes
     */
    public record Bounds(Money least, Money large) {}

    private record Snapshot(Rules rules, Map<String, Bounds> bounds) {}

    public Rules rules() {
        return snapshot.get("").rules();
    }

    /** At first {@code 10.00} and {@code 5,000.00}, or what has as many digits in currencies with other decimals. */
    public Bounds bounds(Currency currency) {
        var set = snapshot.get("").bounds().get(currency.getCurrencyCode());
        return set != null ? set : new Bounds(new Money(LEAST, currency), new Money(LARGE, currency));
    }

    /** Those that were set, by currency. */
    List<Bounds> set() {
        return db.sql("select currency, least, large from treasury.bounds order by currency limit 200")
                .all((row, n) -> new Bounds(
                        Money.of(row.getLong(2), row.getString(1)), Money.of(row.getLong(3), row.getString(1))));
    }

    /** Holds for what is paid from now on, and for circles that are gone already. */
    @Transactional
    void change(Operator operator, Rules to) {
        new Faults()
                .require(
                        to.settleDays() >= 0 && to.settleDays() <= MOST_SETTLE_DAYS,
                        "settleDays",
                        "treasury.settle-days")
                .require(
                        to.keepYears() >= LEAST_YEARS && to.keepYears() <= MOST_YEARS,
                        "keepYears",
                        "treasury.keep-years")
                .refuse();
        db.sql("""
                insert into treasury.rules (one, settle_days, keep_years, changed_at)
                values (true, :days, :years, :now)
                on conflict (one) do update
                   set settle_days = excluded.settle_days, keep_years = excluded.keep_years, changed_at = excluded.changed_at
                """)
                .with("days", to.settleDays())
                .with("years", to.keepYears())
                .with("now", clock.instant())
                .run();
        log.note(operator, "money_rules", null, Map.of("days", to.settleDays(), "years", to.keepYears()), "");
        AfterCommit.run(snapshot::invalidateAll);
    }

    @Transactional
    void change(Operator operator, Bounds to) {
        if (!to.least().isPositive()) {
            throw Refusal.invalid("least", "treasury.least");
        }
        if (to.large().compareTo(to.least()) < 0) {
            throw Refusal.invalid("large", "treasury.large");
        }
        db.sql("""
                insert into treasury.bounds (currency, least, large, changed_at)
                values (:currency, :least, :large, :now)
                on conflict (currency) do update
                   set least = excluded.least, large = excluded.large, changed_at = excluded.changed_at
                """)
                .with("currency", to.least().code())
                .with("least", to.least().minor())
                .with("large", to.large().minor())
                .with("now", clock.instant())
                .run();
        log.note(operator, "payout_bounds", null, Map.of("least", to.least(), "large", to.large()), "");
        AfterCommit.run(snapshot::invalidateAll);
    }

    private Snapshot fresh() {
        var rules = db.sql("select settle_days, keep_years from treasury.rules")
                .maybe((row, n) -> new Rules(row.getInt(1), row.getInt(2)))
                .orElse(AT_FIRST);
        return new Snapshot(
                rules,
                set().stream().collect(Collectors.toMap(one -> one.least().code(), Function.identity())));
    }
}
