package app.teahouse.site;

import java.util.Locale;

/** Says how much room something takes. */
final class Bytes {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

    private Bytes() {}

    /** {@code 12.3 GB}, the same in every language. */
    static String text(long bytes) {
        var unit = 0;
        double amount = bytes;
        while (amount >= 1000 && unit < UNITS.length - 1) {
            amount /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, amount >= 100 || unit == 0 ? "%.0f %s" : "%.1f %s", amount, UNITS[unit]);
    }
}
