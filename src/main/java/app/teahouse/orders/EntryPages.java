package app.teahouse.orders;

import app.teahouse.circles.Circle;
import app.teahouse.circles.CircleTexts;
import app.teahouse.circles.Circles;
import app.teahouse.coupons.CheckCode;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.members.Enrol;
import app.teahouse.plans.Plans;
import app.teahouse.security.Addresses;
import app.teahouse.till.Storefront;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Buying a plan: what, how much, until when, how to get it back, and then the button. {@link OrderApi} is the other door. */
@Controller
class EntryPages {
    private static final int MOST_QUESTIONS = 5;

    private final Templates templates;
    private final QuoteOrder quoteOrder;
    private final PlaceOrder placeOrder;
    private final BeginTrial beginTrial;
    private final ComeBack comeBack;
    private final Plans plans;
    private final Circles circles;
    private final CircleTexts texts;
    private final Enrol enrol;
    private final Storefront storefront;
    private final CheckCode checkCode;
    private final Addresses addresses;

    EntryPages(
            Templates templates,
            QuoteOrder quoteOrder,
            PlaceOrder placeOrder,
            BeginTrial beginTrial,
            ComeBack comeBack,
            Plans plans,
            Circles circles,
            CircleTexts texts,
            Enrol enrol,
            Storefront storefront,
            CheckCode checkCode,
            Addresses addresses) {
        this.templates = templates;
        this.quoteOrder = quoteOrder;
        this.placeOrder = placeOrder;
        this.beginTrial = beginTrial;
        this.comeBack = comeBack;
        this.plans = plans;
        this.circles = circles;
        this.texts = texts;
        this.enrol = enrol;
        this.storefront = storefront;
        this.checkCode = checkCode;
        this.addresses = addresses;
    }

    @GetMapping("/c/{slug}/plans/{number}")
    Page plan(
            Onlooker onlooker,
            @PathVariable long number,
            @RequestParam(required = false) @Nullable String code,
            Frame frame,
            HttpServletRequest request) {
        var form = Form.blank(frame, "code", code);
        return form.submit(
                        () -> Page.of(form(onlooker, number, frame, form, request)),
                        again -> plain(onlooker, number, frame, again, request))
                .with(HttpStatus.OK);
    }

    /** The form again, without the code if that was what is wrong. */
    private JteModel again(Onlooker onlooker, long number, Frame frame, Form form, HttpServletRequest request) {
        try {
            return form(onlooker, number, frame, form, request);
        } catch (Refusal refusal) {
            return plain(onlooker, number, frame, form, request);
        }
    }

    private JteModel plain(Onlooker onlooker, long number, Frame frame, Form form, HttpServletRequest request) {
        return page(onlooker, frame, form, quote(onlooker, number, request));
    }

    private JteModel form(Onlooker onlooker, long number, Frame frame, Form form, HttpServletRequest request) {
        var quote = quote(onlooker, number, request);
        var code = form.text("code");
        if (code != null) {
            var account = account(onlooker);
            var who = account == null ? addresses.of(request) : account.value().toString();
            quote = quoteOrder.withCode(quote, onlooker.circle(), account, code, who);
        }
        return page(onlooker, frame, form, quote);
    }

    private Quote quote(Onlooker onlooker, long number, HttpServletRequest request) {
        if (!storefront.here(request).sells()) {
            throw Refusal.notFound("plan.unknown");
        }
        return quoteOrder.quote(onlooker.circle(), account(onlooker), plans.byNumber(onlooker.circle(), number));
    }

    private static @Nullable AccountId account(Onlooker onlooker) {
        return onlooker.visitor().person().map(Person::account).orElse(null);
    }

    private JteModel page(Onlooker onlooker, Frame frame, Form form, Quote quote) {
        var takesCodes = quote.kind() != Order.Kind.UPGRADE && checkCode.any(onlooker.circle());
        return templates.ordersPlan(frame, quote, door(onlooker, account(onlooker) != null, takesCodes), form);
    }

    private DoorView door(Onlooker onlooker, boolean signedIn, boolean takesCodes) {
        var circle = circles.byId(onlooker.circle()).orElseThrow(() -> Refusal.notFound("circle.unknown"));
        var comesFirst = onlooker.visitor()
                .person()
                .map(person -> enrol.before(circle.id(), person.account()) == Enrol.Before.NOTHING)
                .orElse(true);
        var questions = comesFirst && circle.joinMode() == Circle.JoinMode.APPLICATION
                ? texts.questions(circle.id())
                : List.<String>of();
        return new DoorView(
                "/c/" + circle.face().slug(),
                signedIn,
                comesFirst && circle.joinMode() == Circle.JoinMode.APPLICATION,
                comesFirst && circle.joinMode() == Circle.JoinMode.PASSWORD,
                questions,
                takesCodes);
    }

    @PostMapping("/c/{slug}/plans/{number}/order")
    @NoSurface("Who buys entry does not speak by it")
    Page order(
            Onlooker onlooker,
            Person person,
            @PathVariable long number,
            Frame frame,
            Form form,
            HttpServletRequest request) {
        return form.submit(
                () -> {
                    var placed = placeOrder.place(
                            onlooker,
                            new PlaceOrder.Wish(
                                    number, answers(form), form.text("joinPassword"), seen(form), form.text("code")));
                    return placed.checkout() == null
                            ? Page.to("/me/orders/" + Ids.text(placed.order())).saying("orders.done")
                            : Page.to("/pay/" + Ids.text(placed.checkout()));
                },
                again -> again(onlooker, number, frame, again, request));
    }

    private static List<String> answers(Form form) {
        var answers = new ArrayList<String>();
        for (var i = 1; i <= MOST_QUESTIONS; i++) {
            answers.add(form.value("answer" + i));
        }
        return answers;
    }

    /** The price on the screen when the button was pressed. */
    private static @Nullable Money seen(Form form) {
        var amount = form.value("amount");
        return amount.matches("[0-9]{1,15}") && form.value("currency").matches("[A-Z]{3}")
                ? Money.of(Long.parseLong(amount), form.value("currency"))
                : null;
    }

    @PostMapping("/c/{slug}/plans/{number}/trial")
    @NoSurface("Who tries a circle does not speak by it")
    Page tryOut(
            Onlooker onlooker,
            Person person,
            @PathVariable long number,
            Frame frame,
            Form form,
            HttpServletRequest request) {
        return form.submit(
                () -> {
                    beginTrial.begin(onlooker, number, form.text("joinPassword"));
                    return Page.to("/c/" + onlooker.face().slug()).saying("orders.trial.begun");
                },
                again -> again(onlooker, number, frame, again, request));
    }

    /** Who left before the end of what they paid. */
    @PostMapping("/c/{slug}/membership/return")
    @NoSurface("Who comes back does not speak by it")
    Page comeBack(Onlooker onlooker, Person person) {
        comeBack.comeBack(onlooker, person);
        return Page.to("/c/" + onlooker.face().slug()).saying("orders.returned");
    }
}
