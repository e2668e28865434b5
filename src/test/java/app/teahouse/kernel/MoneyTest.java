package app.teahouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void parts_always_make_the_whole() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var round = 0; round < 2_000; round++) {
            var whole = Money.of(random.nextLong(Long.MAX_VALUE / 4), "CNY");
            var weights = random.longs(1 + random.nextInt(5), 0, 1_000).toArray();
            weights[0]++;
            var parts = whole.allocate(weights);
            assertThat(parts.stream().reduce(Money::plus)).as("seed %s", seed).contains(whole);
            assertThat(parts).as("seed %s", seed).noneMatch(part -> part.minor() < 0);
        }
    }

    @Test
    void a_share_is_rounded_down_however_large_it_is() {
        assertThat(Money.of(1990, "CNY").percent(85)).isEqualTo(Money.of(1691, "CNY"));
        assertThat(Money.of(-1, "CNY").percent(50)).isEqualTo(Money.of(-1, "CNY"));
        assertThat(Money.of(Long.MAX_VALUE, "CNY").share(999, 1_000).minor()).isEqualTo(9214148664817921031L);
    }

    @Test
    void currencies_do_not_mix_and_nothing_overflows() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(1, "CNY").plus(Money.of(1, "USD")));
        assertThatThrownBy(() -> Money.of(Long.MAX_VALUE, "CNY").plus(Money.of(1, "CNY")))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void decimals_are_those_of_the_currency() {
        assertThat(Money.of(1, "JPY").decimals()).isZero();
        assertThat(Money.of(1, "CNY").decimals()).isEqualTo(2);
        assertThat(Money.of(1, "KWD").decimals()).isEqualTo(3);
    }
}
