package app.teahouse.gifts;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.orders.GiftOrders;
import app.teahouse.plans.Calendar;
import app.teahouse.plans.Plan;
import app.teahouse.plans.Plans;
import app.teahouse.plans.Terms;
import app.teahouse.till.Storefront;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Buying a present: which plan, how many cards, what it costs, until when the cards hold, and then the button. */
@Controller
class GiftPages {
    private final Templates templates;
    private final BuyGift buyGift;
    private final Circles circles;
    private final Plans plans;
    private final Terms terms;
    private final Storefront storefront;
    private final Clock clock;

    GiftPages(
            Templates templates,
            BuyGift buyGift,
            Circles circles,
            Plans plans,
            Terms terms,
            Storefront storefront,
            Clock clock) {
        this.templates = templates;
        this.buyGift = buyGift;
        this.circles = circles;
        this.plans = plans;
        this.terms = terms;
        this.storefront = storefront;
        this.clock = clock;
    }

    @GetMapping("/c/{slug}/gifts")
    Page choose(Onlooker onlooker, Frame frame, HttpServletRequest request) {
        var circle = circle(onlooker, request);
        var today = today(circle);
        var offered = circle.price() == Circle.Price.FREE
                ? List.<Plan>of()
                : plans.onSale(circle.id()).stream()
                        .filter(plan -> plan.isOnSale(today) && plan.price().isPositive())
                        .toList();
        return Page.of(templates.giftsChoose(frame, offered));
    }

    @GetMapping("/c/{slug}/plans/{number}/gift")
    Page begin(
            Onlooker onlooker,
            @PathVariable long number,
            @RequestParam(required = false) @Nullable String cards,
            Frame frame,
            HttpServletRequest request) {
        sells(onlooker, request);
        var name = onlooker.member()
                .map(member -> member.standing().alias())
                .or(() -> onlooker.visitor().person().map(Person::name))
                .orElse("");
        var form = Form.blank(frame, "cards", cards == null ? "1" : cards, "from", name);
        return form.submit(
                        () -> {
                            BuyGift.checkCards(cards(form));
                            return Page.of(page(onlooker, number, frame, form, request));
                        },
                        again -> page(onlooker, number, frame, again, request))
                .with(HttpStatus.OK);
    }

    private JteModel page(Onlooker onlooker, long number, Frame frame, Form form, HttpServletRequest request) {
        var circle = sells(onlooker, request);
        var plan = buyGift.sold(circle, number);
        return templates.giftsBuy(
                frame, offer(circle, plan, form, onlooker.visitor().person().isPresent()), form);
    }

    private GiftOffer offer(Circle circle, Plan plan, Form form, boolean signedIn) {
        var cards = cards(form);
        var known = cards >= 1 && cards <= BuyGift.MOST_CARDS ? cards : 1;
        return new GiftOffer(
                "/c/" + circle.face().slug(),
                plan,
                known,
                GiftOrders.price(plan, known),
                FulfilGift.validUntil(plan.period(), today(circle)),
                terms.of(circle.id()).refundHours(),
                signedIn);
    }

    /** 0 for what is no number. */
    private static int cards(Form form) {
        var typed = form.value("cards").strip();
        return typed.matches("[0-9]{1,3}") ? Integer.parseInt(typed) : 0;
    }

    private Circle sells(Onlooker onlooker, HttpServletRequest request) {
        var circle = circle(onlooker, request);
        if (circle.price() == Circle.Price.FREE) {
            throw Refusal.notFound("plan.unknown");
        }
        return circle;
    }

    /** In WeChat on iPhones nothing of this is there (rules.md R12). */
    private Circle circle(Onlooker onlooker, HttpServletRequest request) {
        if (!storefront.here(request).sells()) {
            throw Refusal.notFound("plan.unknown");
        }
        return circles.byId(onlooker.circle()).orElseThrow(() -> Refusal.notFound("circle.unknown"));
    }

    private LocalDate today(Circle circle) {
        return Calendar.today(clock.instant(), circle.face().zone());
    }

    @PostMapping("/c/{slug}/plans/{number}/gift")
    @NoSurface("Who gives a present does not speak by it")
    Page buy(
            Onlooker onlooker,
            Person person,
            @PathVariable long number,
            Frame frame,
            Form form,
            HttpServletRequest request) {
        sells(onlooker, request);
        return form.submit(
                () -> {
                    if (form.has("apply")) {
                        BuyGift.checkCards(cards(form));
                        return Page.of(page(onlooker, number, frame, form, request));
                    }
                    var wish = new BuyGift.Wish(
                            number, cards(form), form.value("from"), form.value("greeting"), seen(form));
                    return Page.to(
                            "/pay/" + Ids.text(buyGift.buy(onlooker, wish).checkout()));
                },
                again -> page(onlooker, number, frame, again, request));
    }

    /** The sum on the screen when the button was pressed. */
    private static @Nullable Money seen(Form form) {
        var amount = form.value("amount");
        return amount.matches("[0-9]{1,15}") && form.value("currency").matches("[A-Z]{3}")
                ? Money.of(Long.parseLong(amount), form.value("currency"))
                : null;
    }
}
