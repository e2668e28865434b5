package app.teahouse.orders;

import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.springframework.stereotype.Component;

/** Orders stay with the site that took the money, also when the circle is erased: books are kept for years (docs/money.md). */
@Component
class OrdersLuggage implements Luggage {
    private static final String WHY = "money stays with the site that took it";

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.stays("orders.entry", WHY),
                Crate.stays("orders.counter", WHY),
                Crate.stays("orders.refund", WHY),
                Crate.stays("orders.fee", WHY),
                Crate.stays("orders.invoice", WHY));
    }
}
