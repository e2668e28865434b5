package app.teahouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            19900  | CNY | zh | ¥199.00        | ¥199
            1990   | CNY | zh | ¥19.90         | ¥19.90
            1990   | USD | zh | US$19.90       | US$19.90
            19900  | CNY | en | CN¥199.00      | CN¥199
            100000 | USD | en | $1,000.00      | $1,000
            1999   | JPY | en | ¥1,999         | ¥1,999
            1500   | KWD | en | KWD 1.500      | KWD 1.500
            -500   | CNY | zh | -¥5.00         | -¥5
            """)
    void money_is_written_as_each_reader_expects(long minor, String code, String language, String exact, String tag) {
        var money = Money.of(minor, code);
        var locale = Locale.of(language);
        assertThat(Prices.exact(money, locale).replace('\u00a0', ' ')).isEqualTo(exact);
        assertThat(Prices.tag(money, locale).replace('\u00a0', ' ')).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            199      | CNY | 19900
            ¥19.9    | CNY | 1990
            １９９元 | CNY | 19900
            1,990.05 | USD | 199005
            $5       | USD | 500
            500      | JPY | 500
            1.234    | KWD | 1234
            0        | CNY | 0
            """)
    void money_is_understood_as_people_type_it(String typed, String code, long minor) {
        assertThat(Prices.typed(typed, Currency.getInstance(code))).contains(Money.of(minor, code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.999", "abc", "1e5", "19,9", "9999999999999999", "1 000", "１.２.３", "¥"})
    void what_is_no_amount_is_refused(String typed) {
        assertThat(Prices.typed(typed, Currency.getInstance("CNY"))).isEmpty();
    }

    @Test
    void sums_of_several_currencies_are_added_up_each() {
        var all = List.of(Money.of(199, "USD"), Money.of(1500, "JPY"), Money.of(1, "USD"));
        assertThat(Prices.sums(all, Locale.ENGLISH)).isEqualTo("¥1,500 and $2.00");
        assertThat(Prices.sums(List.of(Money.of(5, "CNY")), Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("¥0.05");
    }

    @Test
    void a_rule_names_money_and_days_and_each_reader_reads_them_as_they_write() {
        var words = new Words();
        var refusal = Refusal.invalid("amount", "payout.too-little").with("least", Money.of(2000, "USD"));
        var facts = refusal.faults().getFirst().facts();
        assertThat(words.say(Words.ENGLISH, "problem.payout.too-little", facts))
                .isEqualTo("A payout is at least $20.00.");
        assertThat(words.say(Words.CHINESE, "problem.payout.too-little", facts)).contains("US$20.00");
        assertThat(words.say(Words.ENGLISH, "plans.lasts.until", Map.of("day", LocalDate.of(2027, 1, 23))))
                .isEqualTo("until 23 Jan 2027");
    }

    @Test
    void a_currency_without_decimals_takes_none() {
        assertThat(Prices.typed("5.5", Currency.getInstance("JPY"))).isEmpty();
    }
}
