package app.teahouse.plans;

import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Surface;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a plan shall be. Null where nothing was said, or nothing that could be understood.
 *
 * @param kind {@code lifetime}, {@code days}, {@code months}, {@code until}, {@code monthly} or {@code yearly}
 * @param lasts days or months, for these two kinds
 */
public record PlanText(
        @Nullable String name,
        @Nullable String promise,
        @Nullable Integer tier,
        @Nullable String kind,
        @Nullable Integer lasts,
        @Nullable LocalDate lastDay,
        @Nullable Money price,
        @Nullable Integer earlyPercent,
        @Nullable Integer soonPercent,
        @Nullable Integer latePercent,
        @Nullable Integer trialDays,
        @Nullable LocalDate freeFrom,
        @Nullable LocalDate freeUntil,
        boolean automatic,
        Set<Surface> closes,
        boolean onSale) {
    static final long MOST = 100_000_000_00L;

    /** What is checked is a plan's; that it has all it needs is known after {@link #check}. */
    record Checked(
            String name,
            String promise,
            int tier,
            Period period,
            Money price,
            Plan.Percents percents,
            int trialDays,
            @Nullable LocalDate freeFrom,
            @Nullable LocalDate freeUntil,
            boolean automatic,
            Set<Surface> closes,
            boolean onSale) {}

    /** @throws Refusal with all faults at once */
    Checked check(LocalDate today) {
        var period = period();
        var percents = new Plan.Percents(or(earlyPercent, 100), or(soonPercent, 100), or(latePercent, 100));
        var faults = new Faults()
                .text("name", name, 40)
                .atMost("promise", promise, 200)
                .require(or(tier, 1) >= 1 && or(tier, 1) <= 9, "tier", "plan.tier")
                .require(period != null || kind == null || !kind.equals("until"), "lastDay", "plan.day-missing")
                .require(
                        period != null || kind == null || kind.equals("until"),
                        "lasts",
                        "plan.lasts",
                        Map.of("most", 3650))
                .require(kind != null, "kind", "field.missing")
                .require(!(period instanceof Period.Until(var day)) || day.isAfter(today), "lastDay", "plan.day-over")
                .require(price != null && price.isPositive(), "price", "plan.price")
                .require(price == null || price.minor() <= MOST, "price", "plan.price-most")
                .require(isPercent(percents.early()), "earlyPercent", "plan.percent")
                .require(isPercent(percents.soon()), "soonPercent", "plan.percent")
                .require(isPercent(percents.late()), "latePercent", "plan.percent")
                .require(or(trialDays, 0) >= 0 && or(trialDays, 0) <= 90, "trialDays", "plan.trial", Map.of("most", 90))
                .require(
                        (freeFrom == null) == (freeUntil == null),
                        freeFrom == null ? "freeFrom" : "freeUntil",
                        "plan.free-window")
                .require(
                        freeFrom == null || freeUntil == null || !freeUntil.isBefore(freeFrom),
                        "freeUntil",
                        "plan.free-window")
                .require(!automatic || (period != null && period.returns()), "automatic", "plan.automatic")
                .require(
                        closes.stream().noneMatch(surface -> surface == Surface.PROFILE),
                        "closes",
                        "field.unknown-choice");
        faults.refuse();
        return new Checked(
                name == null ? "" : name.strip(),
                promise == null ? "" : promise.strip(),
                or(tier, 1),
                Objects.requireNonNull(period),
                Objects.requireNonNull(price),
                percents,
                or(trialDays, 0),
                freeFrom,
                freeUntil,
                automatic,
                closes,
                onSale);
    }

    private static boolean isPercent(int percent) {
        return percent >= 50 && percent <= 100;
    }

    private static int or(@Nullable Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }

    private @Nullable Period period() {
        var many = lasts == null || lasts < 1 || lasts > 3650 ? null : lasts;
        return switch (kind == null ? "" : kind) {
            case "lifetime" -> new Period.Lifetime();
            case "monthly" -> new Period.Monthly();
            case "yearly" -> new Period.Yearly();
            case "days" -> many == null ? null : new Period.Days(many);
            case "months" -> many == null || many > 120 ? null : new Period.Months(many);
            case "until" -> lastDay == null ? null : new Period.Until(lastDay);
            default -> null;
        };
    }
}
