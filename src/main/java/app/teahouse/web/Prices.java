package app.teahouse.web;

import app.teahouse.kernel.Money;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.NumberFormat;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Money as people write it, in each language, and as they type it. */
public final class Prices {
    private static final Pattern TYPED =
            Pattern.compile("(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(?:\\.([0-9]{1,3}))?");
    private static final Pattern SIGNS = Pattern.compile("^(?:CN¥|US\\$|CNY|USD|JPY|¥|\\$|€|£|元)|(?:CNY|USD|JPY|元|€)$");

    /** Currencies one may choose on pages, the likeliest first; a way of paying may take fewer. */
    public static final List<String> CURRENCIES =
            List.of("CNY", "USD", "EUR", "GBP", "HKD", "TWD", "SGD", "JPY", "AUD", "CAD", "KWD");

    private Prices() {}

    /** What may be chosen, by code, with its name. */
    public static Map<String, String> currencies(Locale locale) {
        var names = new LinkedHashMap<String, String>();
        for (var code : CURRENCIES) {
            names.put(code, Currency.getInstance(code).getDisplayName(locale) + " " + code);
        }
        return names;
    }

    /** What was chosen, in whatever case a program writes it. */
    public static Optional<Currency> currency(String code) {
        return Optional.of(code.strip().toUpperCase(Locale.ROOT))
                .filter(CURRENCIES::contains)
                .map(Currency::getInstance);
    }

    /** With all decimals, as statements and receipts show it: {@code ¥199.00}, {@code US$19.99}, {@code -¥5.00}. */
    public static String exact(Money money, Locale locale) {
        return format(money, locale, money.decimals());
    }

    /** Sums of several currencies, each added up: {@code ¥199.00 and US$19.99}. */
    public static String sums(Collection<Money> all, Locale locale) {
        var byCurrency = all.stream()
                .collect(Collectors.groupingBy(Money::code, TreeMap::new, Collectors.reducing(Money::plus)));
        return ListFormatter.getInstance(locale)
                .format(byCurrency.values().stream()
                        .flatMap(Optional::stream)
                        .map(sum -> exact(sum, locale))
                        .toList());
    }

    /** As a price tag shows it, without empty decimals: {@code ¥199}, {@code ¥19.90}. */
    public static String tag(Money money, Locale locale) {
        var whole = BigDecimal.valueOf(money.minor(), money.decimals())
                        .stripTrailingZeros()
                        .scale()
                <= 0;
        return format(money, locale, whole ? 0 : money.decimals());
    }

    private static String format(Money money, Locale locale, int decimals) {
        var format = NumberFormat.getCurrencyInstance(locale.getLanguage().equals("zh") ? Locale.CHINA : Locale.US);
        format.setCurrency(com.ibm.icu.util.Currency.fromJavaCurrency(money.currency()));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(BigDecimal.valueOf(money.minor(), money.decimals()));
    }

    /** Plain digits for a form's field and for tables that a program reads: {@code 1990.00}. */
    public static String plain(Money money) {
        return BigDecimal.valueOf(money.minor(), money.decimals()).toPlainString();
    }

    /** What somebody typed: {@code 199}, {@code ¥1,990.5}, {@code １９９元}. Empty for what is no amount, is negative, or has too many decimals. */
    public static Optional<Money> typed(String text, Currency currency) {
        var half = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        var bare = SIGNS.matcher(half).replaceFirst("").strip();
        var matcher = TYPED.matcher(bare);
        var money = Money.none(currency);
        if (!matcher.matches() || (matcher.group(1) != null && matcher.group(1).length() > money.decimals())) {
            return Optional.empty();
        }
        var number = new BigDecimal(bare.replace(",", ""));
        return Optional.of(new Money(number.movePointRight(money.decimals()).longValueExact(), currency));
    }

    /** Whether one of these sums needs a line to itself on a phone. */
    public static boolean areLong(Locale locale, Money... sums) {
        return Stream.of(sums).anyMatch(sum -> exact(sum, locale).length() > 13);
    }
}
