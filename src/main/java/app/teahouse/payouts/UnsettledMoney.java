package app.teahouse.payouts;

import app.teahouse.endings.Hindrance;
import app.teahouse.kernel.CircleId;
import app.teahouse.ledger.Books;
import app.teahouse.ledger.Purpose;
import app.teahouse.passes.ChangePrice;
import app.teahouse.web.Prices;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A circle in which somebody has paid time to come, or in which money lies, cannot be deleted. */
@Component
class UnsettledMoney implements Hindrance {
    private static final List<Purpose> SETTLED_FIRST = List.of(
            Purpose.RECEIVED,
            Purpose.HELD,
            Purpose.AVAILABLE,
            Purpose.ON_ITS_WAY,
            Purpose.REFUNDING,
            Purpose.DISPUTED,
            Purpose.OWED_TO_SITE,
            Purpose.ESCROW);

    private final Books books;
    private final ChangePrice changePrice;

    UnsettledMoney(Books books, ChangePrice changePrice) {
        this.books = books;
        this.changePrice = changePrice;
    }

    @Override
    public List<One> of(CircleId circle) {
        var found = new ArrayList<One>();
        var paid = changePrice.paid(circle);
        if (paid > 0) {
            found.add(new One("orders.hindrance.time", Map.of("count", paid), "/manage/money/unused"));
        }
        books.of(circle, SETTLED_FIRST).stream()
                .filter(balance -> !balance.posted().isZero())
                .map(balance -> Prices.exact(balance.posted(), Locale.CHINA))
                .distinct()
                .forEach(sum -> found.add(new One("orders.hindrance.money", Map.of("sum", sum), "/manage/money")));
        return found;
    }
}
