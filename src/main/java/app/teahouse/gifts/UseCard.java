package app.teahouse.gifts;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Refusal;
import app.teahouse.passes.GivePass;
import app.teahouse.passes.Pass;
import app.teahouse.plans.Calendar.Span;
import app.teahouse.plans.Plan;
import app.teahouse.plans.Plans;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What a card gives becomes somebody's time. In a transaction that has the card's row locked. */
@Component
class UseCard {

    private final Db db;
    private final GiftRows rows;
    private final Plans plans;
    private final GivePass givePass;
    private final Events events;
    private final Clock clock;

    UseCard(Db db, GiftRows rows, Plans plans, GivePass givePass, Events events, Clock clock) {
        this.db = db;
        this.rows = rows;
        this.plans = plans;
        this.givePass = givePass;
        this.events = events;
        this.clock = clock;
    }

    /** The plan as it was when the present was bought, but for what it opens: that is as it is for all its members now. */
    Plan plan(Parcel parcel) {
        return plans.byId(parcel.circle(), parcel.plan())
                .orElseThrow(() -> Refusal.notFound("plan.unknown"))
                .lasting(parcel.period());
    }

    Span use(Parcel parcel, Card card, AccountId account) {
        var span = givePass.give(
                card.circle(),
                account,
                new GivePass.Gift(
                        card.id().value(),
                        plan(parcel),
                        Pass.Source.GIFT,
                        card.worth(),
                        GivePass.Manner.FOLLOW_ON,
                        null));
        db.sql("""
                update gifts.card
                   set state = 'used', account_id = :account, first_day = :first, last_day = :last, ended_at = :now
                 where circle_id = :circle and card_id = :id
                """)
                .with("circle", card.circle())
                .with("id", card.id())
                .with("account", account)
                .with("first", span.first())
                .with("last", span.last())
                .with("now", clock.instant())
                .run();
        rows.noteForHolder(account, card);
        if (parcel.giver() != null) {
            events.publish(new GiftUsed(
                    card.circle(),
                    card.id().value(),
                    card.order().value(),
                    parcel.giver(),
                    account,
                    parcel.planName()));
        }
        return span;
    }
}
