package app.teahouse.renewals;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.MeansId;
import app.teahouse.jobs.Job;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Refusal;
import app.teahouse.ledger.TransferId;
import app.teahouse.offers.PlaceRenewal;
import app.teahouse.passes.Passes;
import app.teahouse.payments.ChargeSaved;
import app.teahouse.payments.ChargeSaved.Charged;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Charges kept cards for memberships that end: three tries over seven days, then it ends as any other. Each try has an id of its own,
 * made from what it is for, so that a program that dies in the middle charges nobody twice.
 */
@Component
class TryRenewals implements Job {
    private static final Logger log = LoggerFactory.getLogger(TryRenewals.class);
    private static final List<Duration> WAITS = List.of(Duration.ofDays(3), Duration.ofDays(3));
    private static final Duration THAW = Duration.ofHours(6);
    private static final String UNKNOWN = "unknown";
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final Db db;
    private final Passes passes;
    private final Gone gone;
    private final PlaceRenewal placeRenewal;
    private final ChargeSaved chargeSaved;
    private final Events events;
    private final TransactionTemplate transaction;

    TryRenewals(
            Db db,
            Passes passes,
            Gone gone,
            PlaceRenewal placeRenewal,
            ChargeSaved chargeSaved,
            Events events,
            TransactionTemplate transaction) {
        this.db = db;
        this.passes = passes;
        this.gone = gone;
        this.placeRenewal = placeRenewal;
        this.chargeSaved = chargeSaved;
        this.events = events;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "renewals.try";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(2);
    }

    /** @param unknown whether nobody knows yet what became of the last try */
    private record Due(CircleId circle, AccountId account, LocalDate ends, int tries, boolean unknown) {}

    @Override
    public boolean step(Instant now) {
        var due = transaction.execute(_ -> lease(now));
        due.ifPresent(one -> attempt(one, now));
        return due.isPresent();
    }

    private Optional<Due> lease(Instant now) {
        return db.sql("""
                update renewals.renewal r
                   set lease_until = :until
                  from (select circle_id, account_id, ends_day
                          from renewals.renewal
                         where state = 'waiting' and next_at <= :now and (lease_until is null or lease_until <= :now)
                         order by next_at, circle_id, account_id
                         limit 1
                           -- Another node takes the next one.
                           for update skip locked) as due
                 where r.circle_id = due.circle_id and r.account_id = due.account_id and r.ends_day = due.ends_day
                returning r.circle_id, r.account_id, r.ends_day, r.tries, r.why
                """)
                .with("now", now)
                .with("until", now.plus(LEASE))
                .maybe((row, n) -> new Due(
                        new CircleId(Db.uuid(row, 1)),
                        new AccountId(Db.uuid(row, 2)),
                        Objects.requireNonNull(Db.maybeDay(row, 3)),
                        row.getInt(4),
                        UNKNOWN.equals(row.getString(5))));
    }

    private void attempt(Due due, Instant now) {
        var pass = passes.of(due.circle(), due.account()).orElse(null);
        if (due.unknown() && pass != null && isLater(pass.span().last(), due.ends())) {
            // The gateway told of it otherwise, or was asked: the card was charged after all.
            done(due);
            return;
        }
        if (pass == null
                || !pass.automatic()
                || !due.ends().equals(pass.span().last())
                || gone.is(due.circle(), due.account())) {
            // Stopped, left, renewed by hand, or given back meanwhile.
            end(due, "stopped", "");
            return;
        }
        var means = means(due);
        if (means == null) {
            fail(due, "no card", true, now);
            return;
        }
        try {
            var placed = placeRenewal.place(pass);
            if (placed.checkout() == null) {
                done(due);
                return;
            }
            charge(due, placed.checkout(), means, now);
        } catch (Refusal refusal) {
            if (refusal.code().equals("circle.frozen") && pass.holds(now)) {
                waitUntil(due, due.tries(), now.plus(THAW), refusal.code());
                return;
            }
            if (refusal.code().equals("circle.frozen") || refusal.code().equals("circle.closing")) {
                // Nobody is charged for a time that is over, or for a circle that goes.
                end(due, "stopped", refusal.code());
                return;
            }
            log.info("A renewal in {} was refused: {}", due.circle(), refusal.code());
            fail(due, refusal.code(), true, now);
        }
    }

    private static boolean isLater(@Nullable LocalDate last, LocalDate ends) {
        return last == null || last.isAfter(ends);
    }

    private void charge(Due due, CheckoutId checkout, MeansId means, Instant now) {
        var tryId = TransferId.of(checkout.value(), "try " + due.tries()).value();
        switch (chargeSaved.charge(due.circle(), checkout, means, tryId)) {
            case Charged.Done() -> done(due);
            case Charged.Declined(var why, var hopeless) -> fail(due, why, hopeless, now);
            // Asked again with the same try, soon.
            case Charged.Unknown() -> waitUntil(due, due.tries(), now.plus(Duration.ofMinutes(10)), UNKNOWN);
        }
    }

    private void done(Due due) {
        var last = passes.of(due.circle(), due.account())
                .map(pass -> pass.span().last())
                .orElse(due.ends());
        transaction.executeWithoutResult(_ -> {
            end(due, "done", "");
            events.publish(new RenewalEnded(
                    due.circle(), due.account(), true, Objects.requireNonNullElse(last, due.ends()), 0));
        });
    }

    private void fail(Due due, String why, boolean hopeless, Instant now) {
        var left = hopeless ? 0 : WAITS.size() - due.tries();
        transaction.executeWithoutResult(_ -> {
            tried(due, now);
            if (left > 0) {
                waitUntil(due, due.tries() + 1, now.plus(WAITS.get(due.tries())), why);
            } else {
                end(due, "failed", why);
            }
            events.publish(new RenewalEnded(due.circle(), due.account(), false, due.ends(), Math.max(0, left)));
        });
    }

    private void tried(Due due, Instant now) {
        db.sql("""
                update renewals.renewal
                   set tried_at = :now
                 where circle_id = :circle and account_id = :account and ends_day = :ends and state = 'waiting'
                """)
                .with("circle", due.circle())
                .with("account", due.account())
                .with("ends", due.ends())
                .with("now", now)
                .run();
    }

    private void waitUntil(Due due, int tries, Instant next, String why) {
        db.sql("""
                update renewals.renewal
                   set tries = :tries, next_at = :next, why = :why, lease_until = null
                 where circle_id = :circle and account_id = :account and ends_day = :ends and state = 'waiting'
                """)
                .with("circle", due.circle())
                .with("account", due.account())
                .with("ends", due.ends())
                .with("tries", tries)
                .with("next", next)
                .with("why", why)
                .run();
    }

    private void end(Due due, String state, String why) {
        db.sql("""
                update renewals.renewal
                   set state = :state, next_at = null, why = :why, lease_until = null
                 where circle_id = :circle and account_id = :account and ends_day = :ends and state = 'waiting'
                """)
                .with("circle", due.circle())
                .with("account", due.account())
                .with("ends", due.ends())
                .with("state", state)
                .with("why", why)
                .run();
    }

    private @Nullable MeansId means(Due due) {
        return passes.means(due.circle(), due.account()).map(MeansId::new).orElse(null);
    }
}
