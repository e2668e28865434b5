package app.teahouse.renewals;

import app.teahouse.kernel.Db;
import app.teahouse.memberships.NextRenewal;
import app.teahouse.passes.Pass;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what is planned for somebody's time: what was not announced yet is charged seven days after it could be, at the earliest. */
@Component
class KnownRenewal implements NextRenewal {
    private final Db db;

    KnownRenewal(Db db) {
        this.db = db;
    }

    private record Planned(
            String state,
            @Nullable Instant nextAt,
            Instant madeAt,
            @Nullable Instant triedAt) {}

    @Override
    public Next of(Pass pass, Instant now) {
        var ends = pass.endsAt();
        if (ends == null) {
            return new Next(null, null);
        }
        var planned = db.sql("""
                select state, next_at, made_at, tried_at
                  from renewals.renewal
                 where circle_id = :circle and account_id = :account and ends_day = :last
                """)
                .with("circle", pass.circle())
                .with("account", pass.account())
                .with("last", pass.span().last())
                .maybe((row, n) -> new Planned(
                        Objects.requireNonNull(row.getString(1)),
                        Db.maybeInstant(row, 2),
                        Db.instant(row, 3),
                        Db.maybeInstant(row, 4)))
                .orElse(null);
        // What is over is announced no more.
        var soon = pass.mayRenewItself(now);
        if (planned == null) {
            return new Next(soon ? PlanRenewals.chargedAt(ends, now) : null, null);
        }
        return planned.state().equals("stopped")
                ? new Next(soon ? PlanRenewals.chargedAt(ends, planned.madeAt()) : null, null)
                : new Next(planned.nextAt(), planned.triedAt());
    }
}
