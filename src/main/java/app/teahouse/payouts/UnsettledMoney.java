package app.teahouse.payouts;

import app.teahouse.endings.Hindrance;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Money;
import app.teahouse.ledger.Books;
import app.teahouse.ledger.Purpose;
import app.teahouse.passes.ChangePrice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
        var balances = books.of(circle, SETTLED_FIRST);
        for (var purpose : SETTLED_FIRST) {
            balances.stream()
                    .filter(balance -> balance.purse().purpose() == purpose)
                    .map(Books.Balance::posted)
                    .collect(Collectors.groupingBy(Money::code, TreeMap::new, Collectors.reducing(Money::plus)))
                    .values()
                    .stream()
                    .flatMap(Optional::stream)
                    .filter(sum -> !sum.isZero())
                    .forEach(sum -> found.add(one(purpose, sum)));
        }
        return found;
    }

    /** What can be taken out is, however little, once the circle is archived. */
    private static One one(Purpose purpose, Money sum) {
        return switch (purpose) {
            case AVAILABLE -> new One("orders.hindrance.available", Map.of("sum", sum), "/manage/money/payouts");
            case ON_ITS_WAY -> new One("orders.hindrance.on-its-way", Map.of("sum", sum), "/manage/money/payouts");
            case OWED_TO_SITE ->
                sum.isPositive()
                        ? new One("orders.hindrance.money", Map.of("sum", sum), "/manage/money")
                        : new One("orders.hindrance.owed", Map.of("sum", sum.negated()), "/manage/money");
            case HELD -> new One("orders.hindrance.held", Map.of("sum", sum), "/manage/money");
            default -> new One("orders.hindrance.money", Map.of("sum", sum), "/manage/money");
        };
    }
}
