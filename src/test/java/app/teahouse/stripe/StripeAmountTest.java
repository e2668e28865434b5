package app.teahouse.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stripe's table of currencies with no decimals, three, and those that it treats otherwise than ISO 4217. */
class StripeAmountTest {

    @ParameterizedTest
    @CsvSource({
        "CNY, 1990, 1990",
        "USD, 1, 1",
        "EUR, 99999999, 99999999",
        "HUF, 45000, 45000",
        "TWD, 80000, 80000",
        "IDR, 15000000, 15000000",
        "BIF, 500, 500",
        "CLP, 500, 500",
        "DJF, 500, 500",
        "GNF, 500, 500",
        "JPY, 1990, 1990",
        "KMF, 500, 500",
        "KRW, 9900, 9900",
        "PYG, 500, 500",
        "RWF, 500, 500",
        "VND, 99000, 99000",
        "VUV, 500, 500",
        "XAF, 500, 500",
        "XOF, 500, 500",
        "XPF, 500, 500",
        "MGA, 50000, 500",
        "ISK, 500, 50000",
        "UGX, 500, 50000",
        "BHD, 5120, 5120",
        "JOD, 5120, 5120",
        "KWD, 5120, 5120",
        "OMR, 5120, 5120",
        "TND, 5120, 5120",
    })
    void money_is_counted_as_stripe_counts_it_and_back(String code, long minor, long units) {
        var money = Money.of(minor, code);

        var amount = StripeAmount.of(money);

        assertThat(amount.units()).isEqualTo(units);
        assertThat(amount.currency()).isEqualTo(code.toLowerCase(java.util.Locale.ROOT));
        assertThat(amount.money()).isEqualTo(money);
    }

    @ParameterizedTest
    @CsvSource({"KWD, 5123", "BHD, 1", "TND, 999", "MGA, 50050"})
    void what_is_finer_than_stripe_can_take_is_refused(String code, long minor) {
        assertThatThrownBy(() -> StripeAmount.of(Money.of(minor, code)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("stripe.amount-uneven"));
    }
}
