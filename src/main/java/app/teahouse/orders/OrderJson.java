package app.teahouse.orders;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order, for programs.
 *
 * @param state {@code open}, {@code waiting}, {@code done}, {@code cancelled} or {@code refunded}
 * @param pay where a person pays it in a browser, or null
 * @param checkout by which a program begins to pay it, or null
 */
public record OrderJson(
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

    public static OrderJson of(Order order) {
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
