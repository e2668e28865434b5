package app.teahouse.offers;

import app.teahouse.idempotency.KeyNeeded;
import app.teahouse.invitations.InvitationId;
import app.teahouse.invitations.Invited;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Visitor;
import app.teahouse.orders.OrderJson;
import app.teahouse.orders.OrderRows;
import app.teahouse.questions.Replies;
import app.teahouse.web.NoSurface;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is on sale, and ordering it, for programs. {@link EntryPages} is the other door; an order needs an {@code Idempotency-Key}. */
@RestController
class OfferApi {
    private final OfferSheet offerSheet;
    private final PlaceOrder placeOrder;
    private final OrderRows rows;
    private final Invited invited;

    OfferApi(OfferSheet offerSheet, PlaceOrder placeOrder, OrderRows rows, Invited invited) {
        this.offerSheet = offerSheet;
        this.placeOrder = placeOrder;
        this.rows = rows;
        this.invited = invited;
    }

    /**
     * @param amount what it costs the asker today, in the smallest unit
     * @param listed what it costs otherwise, or null
     * @param lastDay of a better plan for the days that are paid already; else null
     * @param gives to send back with the order, so that what was changed meanwhile is refused
     */
    record OfferJson(
            long plan,
            String name,
            String promise,
            long amount,
            String currency,
            @Nullable Long listed,
            @Nullable LocalDate lastDay,
            int trialDays,
            String gives) {}

    record OffersJson(List<OfferJson> items) {}

    /** What somebody can buy here. */
    @GetMapping("/api/v1/circles/{slug}/offers")
    OffersJson list(Onlooker onlooker) {
        return offered(onlooker);
    }

    /** What whoever holds an invitation can buy, also of a hidden circle. */
    @GetMapping("/api/v1/invitations/{code}/offers")
    OffersJson listInvited(Visitor visitor, @PathVariable String code) {
        return offered(invited.look(visitor, code).onlooker());
    }

    private OffersJson offered(Onlooker onlooker) {
        var account = onlooker.visitor().person().map(Person::account).orElse(null);
        return new OffersJson(offerSheet.offers(onlooker.circle(), account).stream()
                .map(offer -> new OfferJson(
                        offer.plan().number(),
                        offer.plan().name(),
                        offer.plan().promise(),
                        offer.price().minor(),
                        offer.price().code(),
                        offer.listed() == null ? null : offer.listed().minor(),
                        offer.last(),
                        offer.trialDays(),
                        offer.gives()))
                .toList());
    }

    /**
     * @param amount the price that was shown; what was changed meanwhile is refused
     * @param questions the words of the circle's questions, one for each answer; without them answers come in the order of the questions
     * @param answers to them
     * @param code of a coupon
     * @param gives what it was shown to give, as the offer says it; what was changed meanwhile is refused
     */
    record NewOrderJson(
            long plan,
            @Nullable Long amount,
            @Nullable String currency,
            @Nullable List<String> questions,
            @Nullable List<String> answers,
            @Nullable String password,
            @Nullable String code,
            @Nullable String gives) {}

    @PostMapping("/api/v1/circles/{slug}/orders")
    @ResponseStatus(HttpStatus.CREATED)
    @NoSurface("Who buys entry does not speak by it")
    OrderJson order(
            Onlooker onlooker,
            Person person,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewOrderJson wish) {
        return place(onlooker, key, wish, null);
    }

    /** The invitation is used up when the order is paid. */
    @PostMapping("/api/v1/invitations/{code}/orders")
    @ResponseStatus(HttpStatus.CREATED)
    @NoSurface("Who buys entry does not speak by it")
    OrderJson orderInvited(
            Person person,
            Visitor visitor,
            @PathVariable String code,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewOrderJson wish) {
        var guest = invited.look(visitor, code);
        return place(guest.onlooker(), key, wish, guest.held().id());
    }

    private OrderJson place(
            Onlooker onlooker, @Nullable String key, NewOrderJson wish, @Nullable InvitationId invitation) {
        KeyNeeded.check(key);
        var shown = wish.amount() == null || wish.currency() == null ? null : money(wish.amount(), wish.currency());
        var placed = placeOrder.place(
                onlooker,
                new PlaceOrder.Wish(
                        wish.plan(),
                        Replies.of(wish.questions(), wish.answers()),
                        wish.password(),
                        shown,
                        wish.code() == null || wish.code().isBlank() ? null : wish.code(),
                        invitation,
                        wish.gives()));
        return OrderJson.of(rows.find(onlooker.circle(), placed.order()).orElseThrow());
    }

    private static Money money(long minor, String currency) {
        try {
            return Money.of(minor, currency);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("currency", "field.unknown-choice");
        }
    }
}
