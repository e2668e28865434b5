package app.teahouse.treasury;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.payments.RemoveCheckouts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * So many years after a circle was deleted, what tells who paid it goes: orders, payments, refunds and payouts. The transfers stay: they
 * are only ever added, and without the rest they lead to nobody.
 */
@Component
class RemoveBooks implements Job {
    private static final int AT_ONCE = 500;

    private final Db db;
    private final MoneyRules moneyRules;
    private final List<KeptBooks> kept;
    private final RemoveCheckouts removeCheckouts;
    private final TransactionTemplate transaction;

    RemoveBooks(
            Db db,
            MoneyRules moneyRules,
            List<KeptBooks> kept,
            RemoveCheckouts removeCheckouts,
            TransactionTemplate transaction) {
        this.db = db;
        this.moneyRules = moneyRules;
        this.kept = kept;
        this.removeCheckouts = removeCheckouts;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "treasury.remove-books";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(24);
    }

    @Override
    public boolean step(Instant now) {
        var due = due(now);
        due.ifPresent(this::remove);
        return due.isPresent();
    }

    /** By calendar years, so that leap days take none away. */
    private Optional<CircleId> due(Instant now) {
        var until = now.atOffset(ZoneOffset.UTC)
                .minusYears(moneyRules.rules().keepYears())
                .toInstant();
        return db.sql("""
                select circle_id
                  from treasury.ended
                 where ended_at <= :until
                 order by ended_at, circle_id
                 limit 1
                """).with("until", until).maybe((row, n) -> new CircleId(Db.uuid(row, 1)));
    }

    private void remove(CircleId circle) {
        for (var one : kept) {
            if (Boolean.TRUE.equals(transaction.execute(_ -> one.remove(circle, AT_ONCE)))) {
                return;
            }
        }
        if (Boolean.TRUE.equals(transaction.execute(_ -> removeCheckouts.remove(circle, AT_ONCE)))) {
            return;
        }
        transaction.executeWithoutResult(_ -> {
            db.sql("delete from treasury.settlement where circle_id = :circle")
                    .with("circle", circle)
                    .run();
            db.sql("delete from treasury.ended where circle_id = :circle")
                    .with("circle", circle)
                    .run();
        });
    }
}
