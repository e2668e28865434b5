package app.teahouse.receipts;

import app.teahouse.gateways.RefundId;
import app.teahouse.idempotency.KeyNeeded;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Person;
import app.teahouse.ledger.TransferId;
import app.teahouse.orders.OrderId;
import app.teahouse.orders.OrderJson;
import app.teahouse.orders.RefundOrder;
import app.teahouse.web.WhileHalted;
import java.nio.charset.StandardCharsets;
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

/** Orders for programs: of those who bought, and of those who sold. Whatever moves money needs an {@code Idempotency-Key}. */
@RestController
class OrderApi {
    private final OrderSheet orderSheet;
    private final RefundOrder refundOrder;

    OrderApi(OrderSheet orderSheet, RefundOrder refundOrder) {
        this.orderSheet = orderSheet;
        this.refundOrder = refundOrder;
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
    @WhileHalted
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
