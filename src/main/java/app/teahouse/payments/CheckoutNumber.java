package app.teahouse.payments;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What people quote and write on a bank transfer: the day, a number within the circle's day, and a letter that tells most slips of the
 * pen, such as {@code 261123-7K}. It is no secret and opens nothing.
 */
final class CheckoutNumber {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXY";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private CheckoutNumber() {}

    static String of(Instant day, long n) {
        var digits = DAY.format(day) + n;
        return DAY.format(day) + '-' + n + letter(digits);
    }

    /** Whether somebody copied it right; spaces and small letters do not matter. */
    static boolean isWhole(String typed) {
        var plain = typed.replace(" ", "").toUpperCase(Locale.ROOT);
        return plain.matches("[0-9]{6}-[0-9]{1,12}[A-Y]")
                && letter(plain.replace("-", "").substring(0, plain.length() - 2)) == plain.charAt(plain.length() - 1);
    }

    /** Digits weigh by their place, modulo a prime: one wrong digit or two that changed places give another letter. */
    private static char letter(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i + 2);
        }
        return LETTERS.charAt(sum % LETTERS.length());
    }
}
