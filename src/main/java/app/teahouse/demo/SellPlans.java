package app.teahouse.demo;

import app.teahouse.gateways.Gateway.Found;
import app.teahouse.gateways.Gateway.Manner;
import app.teahouse.gateways.RefundId;
import app.teahouse.gateways.Ways;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.offers.PlaceOrder;
import app.teahouse.orders.RefundOrder;
import app.teahouse.payments.BeginPayment;
import app.teahouse.payments.TakePayment;
import app.teahouse.plans.PlanText;
import app.teahouse.plans.Plans;
import app.teahouse.plans.WritePlan;
import app.teahouse.questions.Replies;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Sells entry to a circle that costs something: its plans, who bought which of them and how, and what was given back. */
@Component
class SellPlans {
    private final Texts texts;
    private final WritePlan writePlan;
    private final Plans plans;
    private final PlaceOrder placeOrder;
    private final RefundOrder refundOrder;
    private final BeginPayment beginPayment;
    private final TakePayment takePayment;
    private final Ways ways;
    private final Clock clock;

    SellPlans(
            Texts texts,
            WritePlan writePlan,
            Plans plans,
            PlaceOrder placeOrder,
            RefundOrder refundOrder,
            BeginPayment beginPayment,
            TakePayment takePayment,
            Ways ways,
            Clock clock) {
        this.texts = texts;
        this.writePlan = writePlan;
        this.plans = plans;
        this.placeOrder = placeOrder;
        this.refundOrder = refundOrder;
        this.beginPayment = beginPayment;
        this.takePayment = takePayment;
        this.ways = ways;
        this.clock = clock;
    }

    /** The plans are there when the circle is; whoever buys one is a member from then on. */
    void sell(Stage stage, Timeline timeline, Entry circle) {
        var owner = circle.text("owner");
        timeline.add(
                stage.moments().of(circle.text("settled")),
                () -> texts.entries(stage.folder() + "/plans.md")
                        .forEach(entry -> writePlan.make(stage.partner(owner), text(entry))));
        for (var entry : texts.entries(stage.folder() + "/orders.md")) {
            var at = stage.moments().of(entry.text("at"));
            if (!entry.has("refund")) {
                stage.joined().put(entry.text("who"), at); // The others do not read in the evenings.
            }
            var order = new PlaceOrder.Placed[1];
            timeline.add(at, () -> order[0] = buy(stage, entry));
            entry.maybe("refund").ifPresent(text -> {
                var parts = Entry.split(text, "\\|");
                timeline.add(
                        stage.moments().of(parts.getFirst()), () -> giveBack(stage, owner, order[0], entry, parts));
            });
        }
    }

    private static PlanText text(Entry entry) {
        var kind = entry.text("kind");
        return new PlanText(
                entry.text("name"),
                entry.body(),
                Integer.valueOf(entry.text("tier")),
                kind,
                null,
                null,
                money(entry.text("price")),
                null,
                null,
                null,
                entry.maybe("trial").map(Integer::valueOf).orElse(null),
                null,
                null,
                kind.equals("monthly") || kind.equals("yearly"),
                Set.of(),
                true);
    }

    private static Money money(String text) {
        var words = Entry.split(text, " ");
        return Money.of(Long.parseLong(words.getFirst()), words.getLast());
    }

    private PlaceOrder.Placed buy(Stage stage, Entry entry) {
        var onlooker = stage.onlooker(entry.text("who"));
        var number = Long.parseLong(entry.text("plan"));
        var price = plans.byNumber(stage.circle(), number).price();
        var placed = placeOrder.place(onlooker, new PlaceOrder.Wish(number, Replies.NONE, null, null));
        var offered = ways.of(stage.circle());
        // Where the site does not offer play money, everybody pays by hand.
        var way = offered.stream()
                .filter(one -> one.kind().equals(entry.text("way")))
                .findFirst()
                .orElse(offered.getFirst());
        var manner = way.receivedByCircle() ? Manner.INSTRUCTIONS : Manner.REDIRECT;
        var led = beginPayment.begin(
                onlooker.visitor().person().orElseThrow().account(),
                stage.circle(),
                Objects.requireNonNull(placed.checkout()),
                new BeginPayment.Choice(way.id(), manner, null, "127.0.0.1", false));
        takePayment.take(
                stage.circle(), led.attempt(), new Found.Paid(led.to().reference(), price, clock.instant(), null));
        return placed;
    }

    private void giveBack(Stage stage, String owner, PlaceOrder.Placed placed, Entry entry, List<String> parts) {
        var price = plans.byNumber(stage.circle(), Long.parseLong(entry.text("plan")))
                .price();
        var amount = new Money(Long.parseLong(parts.get(1)), price.currency());
        refundOrder.byStaff(
                stage.partner(owner),
                placed.order(),
                new RefundOrder.Wish(new RefundId(Ids.next()), amount, parts.get(2), amount.equals(price)));
    }
}
