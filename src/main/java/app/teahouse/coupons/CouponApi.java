package app.teahouse.coupons;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Coupons for programs. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/coupons")
class CouponApi {
    private final CouponSheet sheet;
    private final MakeCoupon makeCoupon;

    CouponApi(CouponSheet sheet, MakeCoupon makeCoupon) {
        this.sheet = sheet;
        this.makeCoupon = makeCoupon;
    }

    /** An amount in its currency's minor unit. */
    record OffJson(long minor, String currency) {
        static OffJson of(Money money) {
            return new OffJson(money.minor(), money.code());
        }
    }

    /** {@code code} is null where there are several; {@code plan} where it is for all. */
    record CouponJson(
            UUID id,
            String name,
            String kind,
            int percent,
            @Nullable OffJson off,
            @Nullable Long plan,
            String purpose,
            @Nullable Integer usesMost,
            @Nullable Integer personMost,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            int codes,
            int uses,
            boolean on,
            List<OffJson> takenOff,
            @Nullable String code) {
        static CouponJson of(CouponView view) {
            return new CouponJson(
                    Ids.parse(view.key()),
                    view.name(),
                    view.kind(),
                    view.percent(),
                    view.off() == null ? null : OffJson.of(view.off()),
                    view.plan(),
                    view.purpose(),
                    view.usesMost(),
                    view.personMost(),
                    view.firstDay(),
                    view.lastDay(),
                    view.codes(),
                    view.uses(),
                    view.on(),
                    view.takenOff().stream().map(OffJson::of).toList(),
                    view.code());
        }
    }

    record CouponsJson(List<CouponJson> items, @Nullable String next) {}

    @GetMapping
    CouponsJson list(Partner partner, @RequestParam(required = false) @Nullable CouponId before) {
        var page = sheet.page(partner, before);
        return new CouponsJson(page.items().stream().map(CouponJson::of).toList(), page.next());
    }

    /** {@code kind} is fixed, percent or full; {@code purpose} both, join or renew. */
    record NewCouponJson(
            @Nullable String name,
            @Nullable String kind,
            @Nullable Integer percent,
            @Nullable OffJson off,
            @Nullable Long plan,
            @Nullable String purpose,
            @Nullable Integer usesMost,
            @Nullable Integer personMost,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable Integer codes,
            @Nullable String word) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CouponJson make(Partner partner, @RequestBody NewCouponJson wish) {
        var id = makeCoupon.make(
                partner,
                new CouponText(
                        wish.name(),
                        wish.kind(),
                        wish.percent(),
                        wish.off() == null ? null : money(wish.off()),
                        wish.plan(),
                        wish.purpose(),
                        wish.usesMost(),
                        wish.personMost(),
                        wish.firstDay(),
                        wish.lastDay(),
                        wish.codes(),
                        wish.word()));
        return CouponJson.of(sheet.one(partner, id));
    }

    private static Money money(OffJson off) {
        var known = Currency.getAvailableCurrencies().stream()
                .anyMatch(one -> one.getCurrencyCode().equals(off.currency()));
        if (!known) {
            throw Refusal.invalid("amount", "coupon.amount");
        }
        return Money.of(off.minor(), off.currency());
    }
}
