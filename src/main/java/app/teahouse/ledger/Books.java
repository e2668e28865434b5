package app.teahouse.ledger;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the ledger of a circle: its balances, and the stories of its transfers. */
@Component
public class Books {
    private static final int MOST_OF_A_STORY = 200;
    private static final int PAGE = 50;

    /** What moved at one moment is told as money goes: it came, it was sold for, it went back. */
    private static final Comparator<Line> IN_ORDER = Comparator.comparing(Line::at)
            .thenComparing(Line::reason)
            .thenComparing(line -> line.id().value());

    private final Db db;

    Books(Db db) {
        this.db = db;
    }

    /** @param pending what of {@code posted} is set aside */
    public record Balance(Purse purse, Money posted, Money pending) {}

    /** Balances of all accounts of a purpose. */
    public List<Balance> of(CircleId circle, List<Purpose> purposes) {
        return db.sql("""
                select purpose, of_id, currency, posted, pending
                  from ledger.balance
                 where circle_id = :circle and purpose = any(:purposes)
                 order by purpose, purse_id
                 limit 1000
                """)
                .with("circle", circle)
                .withTexts("purposes", purposes.stream().map(Db::name).toList())
                .all((row, n) -> new Balance(purse(row, 1), money(row, 4, 3), money(row, 5, 3)));
    }

    /** A transfer as people read it. */
    public record Line(
            TransferId id,
            Purse from,
            Purse to,
            Money amount,
            Reason reason,
            UUID cause,
            boolean reversal,
            Instant at) {}

    /** All that moved for one cause, in the order in which it did. */
    public List<Line> story(CircleId circle, UUID cause) {
        return story(circle, List.of(cause));
    }

    /** Of one happening that goes by several names, such as an order and its checkout. */
    public List<Line> story(CircleId circle, List<UUID> causes) {
        return db
                .sql("""
                select t.transfer_id, f.purpose, f.of_id, o.purpose, o.of_id, t.amount, t.currency, t.reason, t.cause_id,
                       t.reverses_id is not null, t.made_at
                  from ledger.transfer t
                  join ledger.balance f on f.circle_id = t.circle_id and f.purse_id = t.from_id
                  join ledger.balance o on o.circle_id = t.circle_id and o.purse_id = t.to_id
                 where t.circle_id = :circle and t.cause_id = any(:causes)
                 -- Of one moment, what came in comes first.
                 order by t.made_at, f.purpose not in ('collected', 'collected_outside'), t.transfer_id
                 limit :most
                """)
                .with("circle", circle)
                .withUuids("causes", causes)
                .with("most", MOST_OF_A_STORY)
                .all((row, n) -> line(row))
                .stream()
                .sorted(IN_ORDER)
                .toList();
    }

    /**
     * The transfers from or to an account, newest first.
     *
     * @param beforeAt where the page before ended, with {@code beforeId}: its last line's moment and id
     */
    public List<Line> statement(
            CircleId circle, Purse purse, Currency currency, Instant beforeAt, UUID beforeId, int most) {
        return db.sql("""
                select t.transfer_id, f.purpose, f.of_id, o.purpose, o.of_id, t.amount, t.currency, t.reason, t.cause_id,
                       t.reverses_id is not null, t.made_at
                  from ((select transfer_id, from_id, to_id, amount, currency, reason, cause_id, reverses_id, made_at, circle_id
                           from ledger.transfer
                          where circle_id = :circle and from_id = :purse and (made_at, transfer_id) < (:at, :id)
                          order by made_at desc, transfer_id desc
                          limit :most)
                        union all
                        (select transfer_id, from_id, to_id, amount, currency, reason, cause_id, reverses_id, made_at, circle_id
                           from ledger.transfer
                          where circle_id = :circle and to_id = :purse and (made_at, transfer_id) < (:at, :id)
                          order by made_at desc, transfer_id desc
                          limit :most)) as t
                  join ledger.balance f on f.circle_id = t.circle_id and f.purse_id = t.from_id
                  join ledger.balance o on o.circle_id = t.circle_id and o.purse_id = t.to_id
                 order by t.made_at desc, t.transfer_id desc
                 limit :most
                """)
                .with("circle", circle)
                .with("purse", purse.key(currency.getCurrencyCode()))
                .with("at", beforeAt)
                .with("id", beforeId)
                .with("most", most)
                .all((row, n) -> line(row));
    }

    /**
     * A page of the transfers behind a figure.
     *
     * @param before where the page before ended, or null
     * @throws Refusal {@code page.unknown} where that is nonsense
     */
    public Cursor<Line> statement(CircleId circle, Figure figure, Currency currency, @Nullable String before) {
        var from = Key.of(before);
        var lines = figure.isOfMany()
                ? statementOfMany(circle, figure.purpose(), currency, from)
                : statement(circle, Purse.of(figure.purpose()), currency, from.at(), from.id(), PAGE + 1);
        return Cursor.of(lines, PAGE, line -> line.at() + "," + line.id().value());
    }

    /** Of one account for each thing: each has few transfers, so all of them are sorted. */
    private List<Line> statementOfMany(CircleId circle, Purpose purpose, Currency currency, Key from) {
        return db.sql("""
                select t.transfer_id, f.purpose, f.of_id, o.purpose, o.of_id, t.amount, t.currency, t.reason, t.cause_id,
                       t.reverses_id is not null, t.made_at
                  from ledger.transfer t
                  join ledger.balance f on f.circle_id = t.circle_id and f.purse_id = t.from_id
                  join ledger.balance o on o.circle_id = t.circle_id and o.purse_id = t.to_id
                 where t.circle_id = :circle
                   and t.transfer_id in (select m.transfer_id
                                           from ledger.balance b
                                           join ledger.transfer m on m.circle_id = b.circle_id and m.from_id = b.purse_id
                                          where b.circle_id = :circle and b.purpose = :purpose and b.currency = :currency
                                         union all
                                         select m.transfer_id
                                           from ledger.balance b
                                           join ledger.transfer m on m.circle_id = b.circle_id and m.to_id = b.purse_id
                                          where b.circle_id = :circle and b.purpose = :purpose and b.currency = :currency)
                   and (t.made_at, t.transfer_id) < (:at, :id)
                 order by t.made_at desc, t.transfer_id desc
                 limit :most
                """)
                .with("circle", circle)
                .with("purpose", purpose)
                .with("currency", currency.getCurrencyCode())
                .with("at", from.at())
                .with("id", from.id())
                .with("most", PAGE + 1)
                .all((row, n) -> line(row));
    }

    private record Key(Instant at, UUID id) {
        private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

        static Key of(@Nullable String text) {
            if (text == null) {
                return new Key(LAST, new UUID(-1, -1));
            }
            var comma = text.indexOf(',');
            try {
                var at = Instant.parse(text.substring(0, Math.max(0, comma)));
                if (at.isBefore(Instant.EPOCH) || at.isAfter(LAST)) {
                    throw Refusal.notFound("page.unknown");
                }
                return new Key(at, Ids.parse(text.substring(comma + 1)));
            } catch (DateTimeParseException e) {
                throw Refusal.notFound("page.unknown");
            }
        }
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new TransferId(Db.uuid(row, 1)),
                purse(row, 2),
                purse(row, 4),
                money(row, 6, 7),
                Db.constant(Reason.class, row.getString(8)),
                Db.uuid(row, 9),
                row.getBoolean(10),
                Db.instant(row, 11));
    }

    private static Purse purse(ResultSet row, int column) throws SQLException {
        return new Purse(Db.constant(Purpose.class, row.getString(column)), Db.maybeUuid(row, column + 1));
    }

    private static Money money(ResultSet row, int minor, int currency) throws SQLException {
        return Money.of(row.getLong(minor), row.getString(currency));
    }
}
