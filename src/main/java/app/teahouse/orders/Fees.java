package app.teahouse.orders;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.OperatorLog;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The site's part of what is sold: so many percent and so much fixed, for each currency, for all circles or for one. */
@Component
public class Fees {
    /** Under this circle stands what holds for all that have nothing of their own. */
    static final CircleId ALL = new CircleId(new UUID(0, 0));

    private final Db db;
    private final OperatorLog log;
    private final Clock clock;

    Fees(Db db, OperatorLog log, Clock clock) {
        this.db = db;
        this.log = log;
        this.clock = clock;
    }

    /**
     * @param basisPoints hundredths of a percent, to 5,000
     * @param own whether it was set for this circle
     */
    public record Fee(int basisPoints, Money fixed, boolean own) {

        public String percent() {
            return FeePages.percent(basisPoints);
        }

        /** Rounded down, and never more than the price. */
        public Money of(Money price) {
            return price.share(basisPoints, 10_000)
                    .plus(price.isZero() ? Money.none(price.currency()) : fixed)
                    .atMost(price);
        }
    }

    public Fee of(CircleId circle, Currency currency) {
        return db.sql("""
                select basis_points, fixed, circle_id <> :all
                  from orders.fee
                 where circle_id = any(:circles) and currency = :currency
                 order by circle_id = :all
                 limit 1
                """)
                .with("all", ALL)
                .withIds("circles", List.of(circle, ALL))
                .with("currency", currency.getCurrencyCode())
                .maybe((row, n) -> new Fee(row.getInt(1), new Money(row.getLong(2), currency), row.getBoolean(3)))
                .orElse(new Fee(0, Money.none(currency), false));
    }

    /** What the circle pays, by currency. */
    public List<Fee> of(CircleId circle) {
        return db.sql("""
                select distinct on (currency) basis_points, fixed, currency, circle_id <> :all
                  from orders.fee
                 where circle_id = any(:circles)
                 order by currency, circle_id = :all
                """)
                .with("all", ALL)
                .withIds("circles", List.of(circle, ALL))
                .all((row, n) -> new Fee(row.getInt(1), Money.of(row.getLong(2), row.getString(3)), row.getBoolean(4)));
    }

    /** What was set: under {@link #ALL} for all, else for one circle. */
    record Line(CircleId circle, int basisPoints, Money fixed) {}

    List<Line> all(Operator operator) {
        return db.sql("""
                select circle_id, basis_points, fixed, currency
                  from orders.fee
                 order by circle_id <> :all, currency, circle_id
                 limit 500
                """)
                .with("all", ALL)
                .all((row, n) -> new Line(
                        new CircleId(Db.uuid(row, 1)), row.getInt(2), Money.of(row.getLong(3), row.getString(4))));
    }

    /**
     * Holds for orders that are paid from now on.
     *
     * @param circle or {@link #ALL}
     */
    @Transactional
    public void set(Operator operator, CircleId circle, int basisPoints, Money fixed) {
        if (basisPoints < 0 || basisPoints > 5_000) {
            throw Refusal.invalid("percent", "fee.percent");
        }
        if (fixed.minor() < 0) {
            throw Refusal.invalid("fixed", "fee.fixed");
        }
        db.sql("""
                insert into orders.fee (circle_id, currency, basis_points, fixed, set_by, set_at)
                values (:circle, :currency, :points, :fixed, :by, :now)
                on conflict (circle_id, currency) do update
                   set basis_points = excluded.basis_points, fixed = excluded.fixed, set_by = excluded.set_by, set_at = excluded.set_at
                """)
                .with("circle", circle)
                .with("currency", fixed.code())
                .with("points", basisPoints)
                .with("fixed", fixed.minor())
                .with("by", operator.person().account())
                .with("now", clock.instant())
                .run();
        log.note(
                operator,
                circle.equals(ALL) ? "fee" : "fee_own",
                circle.equals(ALL) ? null : circle,
                Map.of("percent", FeePages.percent(basisPoints), "sum", fixed),
                "");
    }

    /** From now on the circle pays what all pay. Taken away twice is taken away once. */
    @Transactional
    void remove(Operator operator, CircleId circle, Currency currency) {
        var removed = db.sql(
                        "delete from orders.fee where circle_id = :circle and circle_id <> :all and currency = :currency")
                .with("circle", circle)
                .with("all", ALL)
                .with("currency", currency.getCurrencyCode())
                .run();
        if (removed > 0) {
            log.note(operator, "fee_removed", circle, Map.of("currency", currency.getCurrencyCode()), "");
        }
    }
}
