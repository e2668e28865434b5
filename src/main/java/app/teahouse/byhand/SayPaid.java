package app.teahouse.byhand;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.payments.MoneyWaits;
import app.teahouse.payments.WaitLonger;
import app.teahouse.ways.SmallPicture;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A payer says that they have paid. Nothing is sold for that; somebody looks, and until then the checkout does not expire. */
@Component
class SayPaid {
    private static final int MOST_REFERENCE = 100;

    /** Whoever receives the money looks within two weeks. */
    private static final Duration TO_LOOK = Duration.ofDays(14);

    private final Db db;
    private final Events events;
    private final Clock clock;
    private final WaitLonger waitLonger;

    SayPaid(Db db, Events events, Clock clock, WaitLonger waitLonger) {
        this.db = db;
        this.events = events;
        this.clock = clock;
        this.waitLonger = waitLonger;
    }

    /**
     * @param reference what helps to find it, such as the last digits of a transfer; may be empty
     * @throws Refusal {@code checkout.unknown} for all but the payer, {@code checkout.over}, {@code byhand.decided}
     */
    @Transactional
    void say(Person payer, CircleId circle, UUID attempt, String reference, @Nullable SmallPicture picture) {
        new Faults().atMost("reference", reference, MOST_REFERENCE).refuse();
        var tried = find(payer, circle, attempt);
        var now = clock.instant();
        var said = db.sql("""
                insert into byhand.claim as c
                       (circle_id, attempt_id, checkout_id, payer_id, received_by_circle, state, reference, picture, picture_type,
                        said_at)
                values (:circle, :attempt, :checkout, :payer, :byCircle, 'waiting', :reference, :picture, :type, :now)
                on conflict (circle_id, attempt_id) do update
                   set state = 'waiting', reference = excluded.reference, picture = excluded.picture,
                       picture_type = excluded.picture_type, said_at = excluded.said_at, decided_at = null, decided_by = null
                 where c.state <> 'arrived'
                """)
                .with("circle", circle)
                .with("attempt", attempt)
                .with("checkout", tried.checkout())
                .with("payer", payer.account())
                .with("byCircle", tried.byCircle())
                .with("reference", reference.strip())
                .with("picture", picture == null ? null : picture.bytes())
                .with("type", picture == null ? null : picture.type())
                .with("now", now)
                .run();
        if (said == 0) {
            throw Refusal.conflict("byhand.decided");
        }
        waitLonger.wait(circle, tried.checkout(), now.plus(TO_LOOK));
        events.publish(new MoneyWaits(
                circle,
                attempt,
                "claimed",
                tried.number(),
                tried.amount().minor(),
                tried.amount().code(),
                tried.byCircle(),
                now));
    }

    private record Tried(CheckoutId checkout, boolean byCircle, String number, Money amount) {}

    private Tried find(Person payer, CircleId circle, UUID attempt) {
        return db.sql("""
                select a.checkout_id, a.received_by_circle, c.number, c.amount, c.currency
                  from payments.attempt a
                  join payments.checkout c on c.circle_id = a.circle_id and c.checkout_id = a.checkout_id
                 where a.circle_id = :circle and a.attempt_id = :attempt and a.kind = :kind and c.payer_id = :payer
                """)
                .with("circle", circle)
                .with("attempt", attempt)
                .with("kind", ByHand.KIND)
                .with("payer", payer.account())
                .maybe((row, n) -> new Tried(
                        new CheckoutId(Db.uuid(row, 1)),
                        row.getBoolean(2),
                        row.getString(3),
                        Money.of(row.getLong(4), row.getString(5))))
                .orElseThrow(() -> Refusal.notFound("checkout.unknown"));
    }
}
