package app.teahouse.orders;

import app.teahouse.idempotency.KeyNeeded;
import app.teahouse.invitations.InvitationId;
import app.teahouse.invitations.Invited;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Visitor;
import app.teahouse.ledger.TransferId;
import app.teahouse.payments.RefundId;
import app.teahouse.web.NoSurface;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Orders for programs: of those who buy, and of those who sell. Whatever moves money needs an {@code Idempotency-Key}. */
@RestController
class OrderApi {
    private final OfferSheet offerSheet;
    private final PlaceOrder placeOrder;
    private final OrderSheet orderSheet;
    private final RefundOrder refundOrder;
    private final Invited invited;

    OrderApi(
            OfferSheet offerSheet,
            PlaceOrder placeOrder,
            OrderSheet orderSheet,
            RefundOrder refundOrder,
            Invited invited) {
        this.offerSheet = offerSheet;
        this.placeOrder = placeOrder;
        this.orderSheet = orderSheet;
        this.refundOrder = refundOrder;
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
    OffersJson offers(Onlooker onlooker) {
        return offered(onlooker);
    }

    /** What whoever holds an invitation can buy, also of a hidden circle. */
    @GetMapping("/api/v1/invitations/{code}/offers")
    OffersJson invitedOffers(Visitor visitor, @PathVariable String code) {
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
     * @param state {@code open}, {@code waiting}, {@code done}, {@code cancelled} or {@code refunded}
     * @param pay where a person pays it in a browser, or null
     * @param checkout by which a program begins to pay it, or null
     */
    record OrderJson(
            UUID id,
            String number,
            String kind,
            String title,
            String state,
            long amount,
            String currency,
            long refunded,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            Instant madeAt,
            @Nullable Instant paidAt,
            @Nullable String pay,
            @Nullable String checkout) {

        static OrderJson of(Order order) {
            var checkout =
                    order.state() == Order.State.OPEN && order.checkout() != null ? Ids.text(order.checkout()) : null;
            return new OrderJson(
                    order.id().value(),
                    order.number(),
                    Db.name(order.kind()),
                    order.title(),
                    Db.name(order.state()),
                    order.amount().minor(),
                    order.amount().code(),
                    order.refunded().minor(),
                    order.firstDay(),
                    order.lastDay(),
                    order.madeAt(),
                    order.paidAt(),
                    checkout == null ? null : "/pay/" + checkout,
                    checkout);
        }
    }

    /**
     * @param amount the price that was shown; what was changed meanwhile is refused
     * @param answers to the circle's questions
     * @param code of a coupon
     * @param gives what it was shown to give, as the offer says it; what was changed meanwhile is refused
     */
    record NewOrderJson(
            long plan,
            @Nullable Long amount,
            @Nullable String currency,
            @Nullable List<String> answers,
            @Nullable String password,
            @Nullable String code,
            @Nullable String gives) {}

    @PostMapping("/api/v1/circles/{slug}/orders")
    @ResponseStatus(HttpStatus.CREATED)
    @NoSurface("Who buys entry does not speak by it")
    OrderJson place(
            Onlooker onlooker,
            Person person,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewOrderJson wish) {
        return place(onlooker, person, key, wish, null);
    }

    /** The invitation is used up when the order is paid. */
    @PostMapping("/api/v1/invitations/{code}/orders")
    @ResponseStatus(HttpStatus.CREATED)
    @NoSurface("Who buys entry does not speak by it")
    OrderJson placeInvited(
            Person person,
            Visitor visitor,
            @PathVariable String code,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewOrderJson wish) {
        var guest = invited.look(visitor, code);
        return place(guest.onlooker(), person, key, wish, guest.held().id());
    }

    private OrderJson place(
            Onlooker onlooker,
            Person person,
            @Nullable String key,
            NewOrderJson wish,
            @Nullable InvitationId invitation) {
        KeyNeeded.check(key);
        var shown = wish.amount() == null || wish.currency() == null ? null : money(wish.amount(), wish.currency());
        var placed = placeOrder.place(
                onlooker,
                new PlaceOrder.Wish(
                        wish.plan(),
                        Objects.requireNonNullElse(wish.answers(), List.of()),
                        wish.password(),
                        shown,
                        wish.code() == null || wish.code().isBlank() ? null : wish.code(),
                        invitation,
                        wish.gives()));
        return OrderJson.of(orderSheet.myOrder(person, placed.order()));
    }

    private static Money money(long minor, String currency) {
        try {
            return Money.of(minor, currency);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("currency", "field.unknown-choice");
        }
    }

    record OrdersJson(List<OrderJson> items, @Nullable String next) {}

    @GetMapping("/api/v1/me/orders")
    OrdersJson mine(Person person, @RequestParam(required = false) @Nullable String before) {
        var page = orderSheet.mine(person, before);
        return new OrdersJson(
                page.items().stream().map(view -> OrderJson.of(view.order())).toList(), page.next());
    }

    @GetMapping("/api/v1/me/orders/{id}")
    OrderJson one(Person person, @PathVariable OrderId id) {
        return OrderJson.of(orderSheet.myOrder(person, id));
    }

    @GetMapping("/api/v1/circles/{slug}/orders")
    OrdersJson list(Partner partner, @RequestParam(required = false) @Nullable String before) {
        var page = orderSheet.of(partner, OrderFilter.ALL, before);
        return new OrdersJson(
                page.items().stream().map(view -> OrderJson.of(view.order())).toList(), page.next());
    }

    record NewRefundJson(long amount, @Nullable String reason, boolean endsAccess) {}

    /** The key names the refund, so that the same key gives back once, also after a day. */
    @PostMapping("/api/v1/circles/{slug}/orders/{id}/refunds")
    @ResponseStatus(HttpStatus.CREATED)
    OrderJson refund(
            Partner partner,
            @PathVariable OrderId id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewRefundJson wish) {
        KeyNeeded.check(key);
        var order = orderSheet.of(partner, id).order();
        var refund = new RefundId(TransferId.of(id.value(), "refund " + hex(Objects.requireNonNull(key)))
                .value());
        refundOrder.byStaff(
                partner,
                id,
                new RefundOrder.Wish(
                        refund,
                        new Money(wish.amount(), order.amount().currency()),
                        Objects.requireNonNullElse(wish.reason(), ""),
                        wish.endsAccess()));
        return OrderJson.of(orderSheet.of(partner, id).order());
    }

    private static String hex(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
