package app.teahouse.plans;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Surface;
import app.teahouse.web.Prices;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A circle's plans for programs of its owner and partners. What others are offered stands in the API of orders. */
@RestController
class PlanApi {
    private final Plans plans;
    private final WritePlan writePlan;

    PlanApi(Plans plans, WritePlan writePlan) {
        this.plans = plans;
        this.writePlan = writePlan;
    }

    /** @param amount in the smallest unit of {@code currency} */
    record PlanJson(
            long number,
            String name,
            String promise,
            int tier,
            String kind,
            @Nullable Integer lasts,
            @Nullable LocalDate lastDay,
            long amount,
            String currency,
            int earlyPercent,
            int soonPercent,
            int latePercent,
            int trialDays,
            @Nullable LocalDate freeFrom,
            @Nullable LocalDate freeUntil,
            boolean automatic,
            List<String> closes,
            String state) {

        static PlanJson of(Plan plan) {
            return new PlanJson(
                    plan.number(),
                    plan.name(),
                    plan.promise(),
                    plan.tier(),
                    PlanRows.kind(plan.period()),
                    PlanRows.lasts(plan.period()),
                    plan.period() instanceof Period.Until(var day) ? day : null,
                    plan.price().minor(),
                    plan.price().code(),
                    plan.percents().early(),
                    plan.percents().soon(),
                    plan.percents().late(),
                    plan.trialDays(),
                    plan.freeFrom(),
                    plan.freeUntil(),
                    plan.automatic(),
                    plan.closes().stream().map(Db::name).sorted().toList(),
                    Db.name(plan.state()));
        }
    }

    record PlansJson(List<PlanJson> items) {}

    @GetMapping("/api/v1/circles/{slug}/plans")
    PlansJson list(Partner partner) {
        return new PlansJson(
                plans.all(partner.circle()).stream().map(PlanJson::of).toList());
    }

    record NewPlanJson(
            @Nullable String name,
            @Nullable String promise,
            @Nullable Integer tier,
            @Nullable String kind,
            @Nullable Integer lasts,
            @Nullable LocalDate lastDay,
            @Nullable Long amount,
            @Nullable String currency,
            @Nullable Integer earlyPercent,
            @Nullable Integer soonPercent,
            @Nullable Integer latePercent,
            @Nullable Integer trialDays,
            @Nullable LocalDate freeFrom,
            @Nullable LocalDate freeUntil,
            boolean automatic,
            @Nullable List<String> closes,
            boolean onSale) {

        PlanText text() {
            return new PlanText(
                    name,
                    promise,
                    tier,
                    kind,
                    lasts,
                    lastDay,
                    price(),
                    earlyPercent,
                    soonPercent,
                    latePercent,
                    trialDays,
                    freeFrom,
                    freeUntil,
                    automatic,
                    surfaces(),
                    onSale);
        }

        private @Nullable Money price() {
            if (amount == null) {
                return null;
            }
            if (currency == null || !Prices.CURRENCIES.contains(currency)) {
                throw Refusal.invalid("currency", "field.unknown-choice");
            }
            return new Money(amount, Currency.getInstance(currency));
        }

        private Set<Surface> surfaces() {
            return Objects.requireNonNullElse(closes, List.<String>of()).stream()
                    .map(name -> Arrays.stream(Surface.values())
                            .filter(surface -> Db.name(surface).equals(name))
                            .findFirst()
                            .orElseThrow(() -> Refusal.invalid("closes", "field.unknown-choice")))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    @PostMapping("/api/v1/circles/{slug}/plans")
    @ResponseStatus(HttpStatus.CREATED)
    PlanJson make(Partner partner, @RequestBody NewPlanJson wish) {
        return PlanJson.of(plans.byNumber(partner.circle(), writePlan.make(partner, wish.text())));
    }

    @PutMapping("/api/v1/circles/{slug}/plans/{number}")
    PlanJson change(Partner partner, @PathVariable long number, @RequestBody NewPlanJson wish) {
        writePlan.change(partner, number, wish.text());
        return PlanJson.of(plans.byNumber(partner.circle(), number));
    }
}
