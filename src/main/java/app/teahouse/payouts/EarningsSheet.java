package app.teahouse.payouts;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Partner;
import app.teahouse.ledger.Books;
import app.teahouse.ledger.Purpose;
import app.teahouse.plans.Calendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Reads what a circle earned: sums from the ledger's balances, which are kept, and a year of orders by month and by plan. */
@Component
class EarningsSheet {
    private final Db db;
    private final Books books;
    private final Clock clock;

    EarningsSheet(Db db, Books books, Clock clock) {
        this.db = db;
        this.books = books;
        this.clock = clock;
    }

    /** One for each currency in which there ever was money. */
    List<Earnings> of(Partner partner) {
        var balances = books.of(
                partner.circle(),
                List.of(
                        Purpose.HELD,
                        Purpose.AVAILABLE,
                        Purpose.ON_ITS_WAY,
                        Purpose.INCOME_OUTSIDE,
                        Purpose.DISPUTED,
                        Purpose.OWED_TO_SITE));
        var codes = new TreeSet<String>();
        balances.forEach(balance -> codes.add(balance.posted().code()));
        var earnings = new ArrayList<Earnings>();
        for (var code : codes) {
            earnings.add(one(partner, Currency.getInstance(code), balances));
        }
        return earnings;
    }

    private Earnings one(Partner partner, Currency currency, List<Books.Balance> balances) {
        var zone = partner.member().face().zone();
        return new Earnings(
                today(partner.circle(), currency, zone),
                sum(balances, currency, Purpose.HELD),
                sum(balances, currency, Purpose.AVAILABLE),
                sum(balances, currency, Purpose.ON_ITS_WAY),
                sum(balances, currency, Purpose.INCOME_OUTSIDE),
                sum(balances, currency, Purpose.DISPUTED),
                sum(balances, currency, Purpose.OWED_TO_SITE).negated(),
                months(partner.circle(), currency, zone),
                plans(partner.circle(), currency, zone));
    }

    private static Money sum(List<Books.Balance> balances, Currency currency, Purpose purpose) {
        return balances.stream()
                .filter(one -> one.purse().purpose() == purpose
                        && one.posted().currency().equals(currency))
                .map(Books.Balance::posted)
                .reduce(Money.none(currency), Money::plus);
    }

    LocalDate today(Partner partner) {
        return Calendar.today(clock.instant(), partner.member().face().zone());
    }

    private Money today(CircleId circle, Currency currency, ZoneId zone) {
        var from = Calendar.today(clock.instant(), zone).atStartOfDay(zone).toInstant();
        return db.sql("""
                select coalesce(sum(amount), 0)::bigint
                  from orders.entry
                 where circle_id = :circle and currency = :currency and paid_at >= :from
                """)
                .with("circle", circle)
                .with("currency", currency.getCurrencyCode())
                .with("from", from)
                .one((row, n) -> new Money(row.getLong(1), currency));
    }

    private List<Earnings.Month> months(CircleId circle, Currency currency, ZoneId zone) {
        return db.sql("""
                select to_char(paid_at at time zone :zone, 'YYYY-MM') as month, count(*), sum(amount)::bigint, sum(refunded)::bigint
                  from orders.entry
                 where circle_id = :circle and currency = :currency and paid_at >= :since
                 group by month
                 order by month desc
                 limit 12
                """)
                .with("circle", circle)
                .with("currency", currency.getCurrencyCode())
                .with("zone", zone.getId())
                .with("since", since(zone))
                .all((row, n) -> new Earnings.Month(
                        YearMonth.parse(row.getString(1)),
                        row.getLong(2),
                        new Money(row.getLong(3), currency),
                        new Money(row.getLong(4), currency)));
    }

    private List<Earnings.ByPlan> plans(CircleId circle, Currency currency, ZoneId zone) {
        return db.sql("""
                select p.number, p.name, s.orders, s.paid, s.refunded
                  from (select plan_id, count(*) as orders, sum(amount)::bigint as paid, sum(refunded)::bigint as refunded
                          from orders.entry
                         where circle_id = :circle and currency = :currency and paid_at >= :since
                         group by plan_id) s
                  join plans.plan p on p.circle_id = :circle and p.plan_id = s.plan_id
                 order by s.paid desc, p.number
                 limit 30
                """)
                .with("circle", circle)
                .with("currency", currency.getCurrencyCode())
                .with("since", since(zone))
                .all((row, n) -> new Earnings.ByPlan(
                        row.getLong(1),
                        row.getString(2),
                        row.getLong(3),
                        new Money(row.getLong(4), currency),
                        new Money(row.getLong(5), currency)));
    }

    private Instant since(ZoneId zone) {
        return YearMonth.from(Calendar.today(clock.instant(), zone))
                .minusMonths(11)
                .atDay(1)
                .atStartOfDay(zone)
                .toInstant();
    }
}
