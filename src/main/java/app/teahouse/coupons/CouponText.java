package app.teahouse.coupons;

import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a coupon shall be. Null where nothing was said, or nothing that could be understood.
 *
 * @param plan the number of the one it is for, or null for all
 * @param codes how many, each for one use where there are several; null for one
 * @param word what is to be typed, or null for a code that is made up
 */
public record CouponText(
        @Nullable String name,
        @Nullable String kind,
        @Nullable Integer percent,
        @Nullable Money off,
        @Nullable Long plan,
        @Nullable String purpose,
        @Nullable Integer usesMost,
        @Nullable Integer personMost,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable Integer codes,
        @Nullable String word) {
    /** More codes than this are made as another coupon. */
    static final int MOST_CODES = 1000;

    private static final int MOST_USES = 1_000_000;

    /** @throws Refusal with all faults at once */
    void check(LocalDate today) {
        var plain = word == null ? "" : Codes.plain(word);
        var length = plain.codePointCount(0, plain.length());
        new Faults()
                .text("name", name, 60)
                .require(kind != null && kind.matches("fixed|percent|full"), "kind", "field.missing")
                .require(
                        !"percent".equals(kind) || (percent != null && percent >= 1 && percent <= 99),
                        "percent",
                        "coupon.percent")
                .require(!"fixed".equals(kind) || (off != null && off.isPositive()), "amount", "coupon.amount")
                .require(purpose != null && purpose.matches("both|join|renew"), "purpose", "field.missing")
                .require(isMany(usesMost), "usesMost", "field.range", Map.of("least", 1, "most", MOST_USES))
                .require(isMany(personMost), "personMost", "field.range", Map.of("least", 1, "most", MOST_USES))
                .require(firstDay == null || lastDay == null || !lastDay.isBefore(firstDay), "lastDay", "coupon.days")
                .require(lastDay == null || !lastDay.isBefore(today), "lastDay", "coupon.day-over")
                .require(
                        codes == null || (codes >= 1 && codes <= MOST_CODES),
                        "codes",
                        "field.range",
                        Map.of("least", 1, "most", MOST_CODES))
                .atMost("word", word, 40)
                .require(word == null || (length >= 3 && length <= 24), "word", "coupon.word")
                .require(word == null || codes == null || codes == 1, "word", "coupon.word-one")
                .refuse();
    }

    private static boolean isMany(@Nullable Integer many) {
        return many == null || (many >= 1 && many <= MOST_USES);
    }

    int many() {
        return codes == null ? 1 : codes;
    }
}
