package app.teahouse.passes;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Visitor;
import app.teahouse.ledger.Ledger;
import app.teahouse.ledger.Purse;
import app.teahouse.ledger.Reason;
import app.teahouse.ledger.Transfer;
import app.teahouse.ledger.TransferId;
import app.teahouse.members.SomeCircles;
import app.teahouse.plans.Plan;
import app.teahouse.plans.PlanText;
import app.teahouse.plans.Plans;
import app.teahouse.plans.WritePlan;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Circles that cost something, for tests. */
@Component
public class SomePlans {
    private final SomeCircles circles;
    private final SomePeople people;
    private final Gate gate;
    private final WritePlan writePlan;
    private final Plans plans;
    private final ChangePrice changePrice;
    private final GivePass givePass;
    private final Ledger ledger;
    private final TransactionTemplate transaction;

    SomePlans(
            SomeCircles circles,
            SomePeople people,
            Gate gate,
            WritePlan writePlan,
            Plans plans,
            ChangePrice changePrice,
            GivePass givePass,
            Ledger ledger,
            TransactionTemplate transaction) {
        this.circles = circles;
        this.people = people;
        this.gate = gate;
        this.writePlan = writePlan;
        this.plans = plans;
        this.changePrice = changePrice;
        this.givePass = givePass;
        this.ledger = ledger;
        this.transaction = transaction;
    }

    /** The owner of a new circle that costs 199.00 a year. */
    public Owner paidCircle() {
        var owner = circles.someOwner();
        plan(owner, "yearly", 19900);
        toPaid(owner);
        return owner;
    }

    public void toPaid(Owner owner) {
        changePrice.toPaid(partner(owner), ChangePrice.Choice.KEPT, null);
    }

    /** Somebody who has this plan, as if they had paid for it. */
    public Member holder(Owner owner, Plan plan) {
        var person = people.someone();
        give(owner, person.account(), plan);
        return circles.join(owner, person);
    }

    public void give(Owner owner, AccountId account, Plan plan) {
        transaction.executeWithoutResult(_ -> givePass.give(
                owner.circle(),
                account,
                new GivePass.Gift(Ids.next(), plan, Pass.Source.PAID, plan.price(), GivePass.Manner.CHANGE_NOW, null)));
    }

    public Partner partner(Owner owner) {
        return gate.partner(
                new Visitor(owner.member().person()), owner.member().face().slug());
    }

    /** @param kind as in {@link PlanText}, or {@code months-3}, {@code days-30}, {@code until-2028-02-29} */
    public Plan plan(Owner owner, String kind, long minor) {
        var number = writePlan.make(partner(owner), text(kind, minor, 1, 0));
        return plans.byNumber(owner.circle(), number);
    }

    public Plan better(Owner owner, String kind, long minor, int tier) {
        var number = writePlan.make(partner(owner), text(kind, minor, tier, 0));
        return plans.byNumber(owner.circle(), number);
    }

    /** A year for 199.00 that one may try first. */
    public Plan trial(Owner owner, int days) {
        var number = writePlan.make(partner(owner), text("yearly", 19900, 1, days));
        return plans.byNumber(owner.circle(), number);
    }

    /** A year that costs nobody anything who joins until then. */
    public Plan freeTo(Owner owner, LocalDate last) {
        var like = text("yearly", 19900, 1, 0);
        var free = new PlanText(
                like.name(),
                like.promise(),
                like.tier(),
                like.kind(),
                like.lasts(),
                like.lastDay(),
                like.price(),
                like.earlyPercent(),
                like.soonPercent(),
                like.latePercent(),
                like.trialDays(),
                last.minusDays(10),
                last,
                like.automatic(),
                like.closes(),
                true);
        return plans.byNumber(owner.circle(), writePlan.make(partner(owner), free));
    }

    /** Moves money as no operation of the product would. */
    public void move(CircleId circle, Purse from, Purse to, Money amount) {
        var id = Ids.next();
        transaction.executeWithoutResult(_ -> ledger.post(
                circle, id, List.of(new Transfer(TransferId.of(id, "moved"), from, to, amount, Reason.PAYOUT_ASKED))));
    }

    public static PlanText text(String kind, long minor, int tier, int trialDays) {
        var dash = kind.indexOf('-');
        var word = dash < 0 ? kind : kind.substring(0, dash);
        var rest = dash < 0 ? "" : kind.substring(dash + 1);
        @Nullable Integer lasts = word.equals("months") || word.equals("days") ? Integer.valueOf(rest) : null;
        return new PlanText(
                kind,
                "All of it",
                tier,
                word,
                lasts,
                word.equals("until") ? LocalDate.parse(rest) : null,
                Money.of(minor, "CNY"),
                100,
                100,
                100,
                trialDays,
                null,
                null,
                word.equals("monthly") || word.equals("yearly"),
                Set.of(),
                true);
    }
}
