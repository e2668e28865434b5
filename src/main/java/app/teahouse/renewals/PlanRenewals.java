package app.teahouse.renewals;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.gateways.MeansId;
import app.teahouse.jobs.Job;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import app.teahouse.offers.PlaceRenewal;
import app.teahouse.passes.Pass;
import app.teahouse.passes.Passes;
import app.teahouse.payments.SavedMeans;
import app.teahouse.plans.Calendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Announces what renews itself: each end once, however often this runs. The card is charged on the day before the end, and never earlier
 * than seven days after it was announced: also where this site was off when it should have been.
 */
@Component
class PlanRenewals implements Job {
    private static final Logger log = LoggerFactory.getLogger(PlanRenewals.class);
    private static final int MOST = 200;
    private static final UUID NOBODY = new UUID(0, 0);
    private static final Duration BEFORE_END = Duration.ofHours(24);
    private static final Duration NOTICE = Duration.ofDays(7);

    private final Db db;
    private final Passes passes;
    private final Gone gone;
    private final PlaceRenewal placeRenewal;
    private final SavedMeans savedMeans;
    private final Circles circles;
    private final Events events;
    private final TransactionTemplate transaction;

    PlanRenewals(
            Db db,
            Passes passes,
            Gone gone,
            PlaceRenewal placeRenewal,
            SavedMeans savedMeans,
            Circles circles,
            Events events,
            TransactionTemplate transaction) {
        this.db = db;
        this.passes = passes;
        this.gone = gone;
        this.placeRenewal = placeRenewal;
        this.savedMeans = savedMeans;
        this.circles = circles;
        this.events = events;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "renewals.plan";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    private record Due(CircleId circle, AccountId account, Instant endsAt) {}

    /** Walks by key through all that are due: those that can't be announced stay so, and hold nobody up. */
    @Override
    public boolean step(Instant now) {
        var page = due(now, null);
        while (!page.isEmpty()) {
            page.forEach(one -> announce(one, now));
            page = page.size() < MOST ? List.of() : due(now, page.getLast());
        }
        return false;
    }

    private void announce(Due one, Instant now) {
        try {
            transaction.executeWithoutResult(_ -> passes.lock(one.circle(), one.account())
                    .filter(pass -> pass.automatic()
                            && pass.holds(now)
                            && pass.span().last() != null
                            && !gone.is(one.circle(), one.account()))
                    .ifPresent(pass -> selling(one.circle()).ifPresent(circle -> announce(pass, circle, now))));
        } catch (Refusal refusal) {
            log.warn("A renewal in {} can't be announced: {}", one.circle(), refusal.code());
        }
    }

    /** A circle that became free or was archived renews nobody. */
    private Optional<Circle> selling(CircleId circle) {
        return circles.byId(circle)
                .filter(one -> one.state() == Circle.State.ACTIVE && one.price() == Circle.Price.PAID);
    }

    private List<Due> due(Instant now, @Nullable Due after) {
        return db.sql("""
                select p.circle_id, p.account_id, p.ends_at
                  from passes.pass p
                 where p.ends_at >= :from and (p.ends_at, p.circle_id, p.account_id) > (:from, :circle, :account)
                   and p.ends_at > :now and p.ends_at <= :soon and p.automatic and p.source in ('paid', 'gift')
                   and not exists (select 1
                                     from renewals.renewal r
                                    where r.circle_id = p.circle_id and r.account_id = p.account_id and r.ends_day = p.last_day
                                      and r.state <> 'stopped')
                 order by p.ends_at, p.circle_id, p.account_id
                 limit :most
                """)
                .with("from", after == null ? now : after.endsAt())
                .with("circle", after == null ? NOBODY : after.circle().value())
                .with("account", after == null ? NOBODY : after.account().value())
                .with("now", now)
                .with("soon", now.plus(NOTICE).plus(BEFORE_END))
                .with("most", MOST)
                .all((row, n) ->
                        new Due(new CircleId(Db.uuid(row, 1)), new AccountId(Db.uuid(row, 2)), Db.instant(row, 3)));
    }

    /** On the day before the end, and never earlier than seven days after it was announced: then the time is over in between. */
    static Instant chargedAt(Instant ends, Instant told) {
        var atEnd = ends.minus(BEFORE_END);
        return atEnd.isBefore(told.plus(NOTICE)) ? told.plus(NOTICE) : atEnd;
    }

    private void announce(Pass pass, Circle circle, Instant now) {
        var last = Objects.requireNonNull(pass.span().last());
        var ends = Objects.requireNonNull(pass.endsAt());
        if (begunAgain(pass, last, ends.minus(BEFORE_END))) {
            return;
        }
        var charged = chargedAt(ends, now);
        var added = db.sql("""
                insert into renewals.renewal (circle_id, account_id, ends_day, next_at, made_at)
                values (:circle, :account, :last, :charged, :now)
                on conflict (circle_id, account_id, ends_day) do nothing
                """)
                .with("circle", pass.circle())
                .with("account", pass.account())
                .with("last", last)
                .with("charged", charged)
                .with("now", now)
                .run();
        if (added == 1) {
            var day = Calendar.today(charged, circle.face().zone());
            tell(pass, last, day, placeRenewal.price(pass, day));
        }
    }

    /** Who was told, stopped it and begins again was told; the seven days count from then. */
    private boolean begunAgain(Pass pass, LocalDate last, Instant atEnd) {
        return db.sql("""
                update renewals.renewal
                   set state = 'waiting', next_at = greatest(:atEnd, made_at + interval '168 hours')
                 where circle_id = :circle and account_id = :account and ends_day = :last and state = 'stopped'
                """)
                        .with("circle", pass.circle())
                        .with("account", pass.account())
                        .with("last", last)
                        .with("atEnd", atEnd)
                        .run()
                == 1;
    }

    private void tell(Pass pass, LocalDate last, LocalDate day, Money price) {
        events.publish(new RenewalAnnounced(
                pass.circle(), pass.account(), last, day, price.minor(), price.code(), card(pass)));
    }

    private String card(Pass pass) {
        return passes.means(pass.circle(), pass.account())
                .flatMap(means -> savedMeans.find(pass.account(), new MeansId(means)))
                .map(SavedMeans.Card::label)
                .orElse("");
    }
}
