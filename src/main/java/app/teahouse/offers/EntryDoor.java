package app.teahouse.offers;

import app.teahouse.circles.Circle;
import app.teahouse.circles.CircleTexts;
import app.teahouse.circles.Circles;
import app.teahouse.circles.Question;
import app.teahouse.coupons.CheckCode;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.members.Bars;
import app.teahouse.members.Enrol;
import app.teahouse.orders.Order;
import app.teahouse.orders.OrderRows;
import app.teahouse.plans.Plans;
import app.teahouse.questions.Replies;
import app.teahouse.security.Addresses;
import app.teahouse.till.Storefront;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What both doors at which entry is sold show and do: what, how much, until when, how to get it back, and then the button. */
@Component
class EntryDoor {
    private final Templates templates;
    private final QuoteOrder quoteOrder;
    private final OrderRows rows;
    private final PlaceOrder placeOrder;
    private final BeginTrial beginTrial;
    private final Plans plans;
    private final Circles circles;
    private final CircleTexts texts;
    private final Enrol enrol;
    private final Bars bars;
    private final Storefront storefront;
    private final CheckCode checkCode;
    private final Addresses addresses;

    EntryDoor(
            Templates templates,
            QuoteOrder quoteOrder,
            OrderRows rows,
            PlaceOrder placeOrder,
            BeginTrial beginTrial,
            Plans plans,
            Circles circles,
            CircleTexts texts,
            Enrol enrol,
            Bars bars,
            Storefront storefront,
            CheckCode checkCode,
            Addresses addresses) {
        this.templates = templates;
        this.quoteOrder = quoteOrder;
        this.rows = rows;
        this.placeOrder = placeOrder;
        this.beginTrial = beginTrial;
        this.plans = plans;
        this.circles = circles;
        this.texts = texts;
        this.enrol = enrol;
        this.bars = bars;
        this.storefront = storefront;
        this.checkCode = checkCode;
        this.addresses = addresses;
    }

    Page plan(Entry entry, long number, @Nullable String code, Frame frame, HttpServletRequest request) {
        var account = account(entry);
        if (account != null) {
            bars.refuse(entry.onlooker().circle(), account);
        }
        if (account != null
                && rows.only(entry.onlooker().circle(), account, Order.State.WAITING)
                        .isPresent()) {
            // Paid already: the door says that staff decide.
            return Page.to(entry.back());
        }
        var form = Form.blank(frame, "code", code);
        return form.submit(
                        () -> Page.of(form(entry, number, frame, form, request)),
                        again -> plain(entry, number, frame, again, request))
                .with(HttpStatus.OK);
    }

    /** The form again, without the code if that was what is wrong. */
    private JteModel again(Entry entry, long number, Frame frame, Form form, HttpServletRequest request) {
        try {
            return form(entry, number, frame, form, request);
        } catch (Refusal refusal) {
            return plain(entry, number, frame, form, request);
        }
    }

    private JteModel plain(Entry entry, long number, Frame frame, Form form, HttpServletRequest request) {
        return page(entry, frame, form, quote(entry, number, request));
    }

    private JteModel form(Entry entry, long number, Frame frame, Form form, HttpServletRequest request) {
        var quote = quote(entry, number, request);
        var code = form.text("code");
        if (code != null) {
            var account = account(entry);
            var who = account == null ? addresses.of(request) : account.value().toString();
            quote = quoteOrder.withCode(quote, entry.onlooker().circle(), account, code, who);
        }
        return page(entry, frame, form, quote);
    }

    private Quote quote(Entry entry, long number, HttpServletRequest request) {
        if (!storefront.here(request).sells()) {
            throw Refusal.notFound("plan.unknown");
        }
        var circle = entry.onlooker().circle();
        return quoteOrder.quote(circle, account(entry), plans.byNumber(circle, number));
    }

    private static @Nullable AccountId account(Entry entry) {
        return entry.onlooker().visitor().person().map(Person::account).orElse(null);
    }

    private JteModel page(Entry entry, Frame frame, Form form, Quote quote) {
        var takesCodes = quote.kind() != Order.Kind.UPGRADE
                && checkCode.any(entry.onlooker().circle());
        return templates.offersPlan(frame, quote, door(entry, takesCodes), form);
    }

    /** Whoever is invited is asked nothing. */
    private DoorView door(Entry entry, boolean takesCodes) {
        var onlooker = entry.onlooker();
        var circle = circles.byId(onlooker.circle()).orElseThrow(() -> Refusal.notFound("circle.unknown"));
        var before = onlooker.visitor()
                .person()
                .map(person -> enrol.before(circle.id(), person.account()))
                .orElse(Enrol.Before.NOTHING);
        var asked = entry.invitation() == null && before == Enrol.Before.NOTHING;
        var removed = before == Enrol.Before.REMOVED;
        var questions = asked && circle.joinMode() == Circle.JoinMode.APPLICATION
                ? texts.questions(circle.id())
                : List.<Question>of();
        var byApplication = removed || (asked && circle.joinMode() == Circle.JoinMode.APPLICATION);
        return new DoorView(
                entry.base(),
                entry.back(),
                circle.name(),
                account(entry) != null,
                byApplication,
                asked && circle.joinMode() == Circle.JoinMode.PASSWORD,
                questions,
                takesCodes);
    }

    Page order(Entry entry, long number, Frame frame, Form form, HttpServletRequest request) {
        return form.submit(
                () -> {
                    if (form.has("apply")) {
                        return Page.of(form(entry, number, frame, form, request));
                    }
                    var placed = placeOrder.place(
                            entry.onlooker(),
                            new PlaceOrder.Wish(
                                    number,
                                    Replies.of(form),
                                    form.text("joinPassword"),
                                    seen(form),
                                    form.text("code"),
                                    entry.invitation(),
                                    form.text("gives")));
                    return placed.checkout() == null
                            ? Page.to("/me/orders/" + Ids.text(placed.order())).saying("offers.done")
                            : Page.to("/pay/" + Ids.text(placed.checkout()));
                },
                again -> again(entry, number, frame, again, request));
    }

    /** The price on the screen when the button was pressed. */
    private static @Nullable Money seen(Form form) {
        var amount = form.value("amount");
        return amount.matches("[0-9]{1,15}") && form.value("currency").matches("[A-Z]{3}")
                ? Money.of(Long.parseLong(amount), form.value("currency"))
                : null;
    }

    Page tryOut(Entry entry, long number, Frame frame, Form form, HttpServletRequest request) {
        return form.submit(
                () -> {
                    beginTrial.begin(entry.onlooker(), number, form.text("joinPassword"), entry.invitation());
                    return Page.to("/c/" + entry.onlooker().face().slug()).saying("offers.trial.begun");
                },
                again -> again(entry, number, frame, again, request));
    }
}
