package app.teahouse.coupons;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Partner;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Coupons for tests. */
@Component
public class SomeCoupons {
    private final MakeCoupon makeCoupon;
    private final CouponSheet sheet;
    private final JdbcTemplate jdbc;

    SomeCoupons(MakeCoupon makeCoupon, CouponSheet sheet, JdbcTemplate jdbc) {
        this.makeCoupon = makeCoupon;
        this.sheet = sheet;
        this.jdbc = jdbc;
    }

    /** Twenty percent off everything, for everybody, once each. */
    public static CouponText twentyPercent() {
        return new CouponText("Spring", "percent", 20, null, null, "both", null, 1, null, null, null, null);
    }

    public static CouponText full(@Nullable Integer usesMost, @Nullable Integer codes) {
        return new CouponText("A present", "full", null, null, null, "both", usesMost, 1, null, null, codes, null);
    }

    public static CouponText fixed(long minor, String purpose, @Nullable Long plan) {
        return new CouponText(
                "Off", "fixed", null, Money.of(minor, "CNY"), plan, purpose, null, null, null, null, null, null);
    }

    public static CouponText between(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new CouponText("Days", "percent", 10, null, null, "both", null, null, first, last, null, null);
    }

    public static CouponText word(String word) {
        return new CouponText("A word", "percent", 10, null, null, "both", null, null, null, null, null, word);
    }

    /** What is typed for it, one for each of its codes. */
    public List<String> codes(Partner partner, CouponText text) {
        return sheet.codes(partner, makeCoupon.make(partner, text)).stream()
                .map(CouponSheet.Line::code)
                .toList();
    }

    public String code(Partner partner, CouponText text) {
        return codes(partner, text).getFirst();
    }

    /** As it stands in addresses. */
    public String newest(Partner partner) {
        return sheet.page(partner, null).items().getFirst().key();
    }

    public void allOff(Partner partner) {
        sheet.page(partner, null)
                .items()
                .forEach(one -> makeCoupon.turn(partner, new CouponId(Ids.parse(one.key())), false));
    }

    /** As counted, and as it stands in the uses themselves. */
    public List<Long> uses(CircleId circle) {
        return List.of(
                count("select sum(uses) from coupons.coupon where circle_id = ?", circle),
                count("select sum(uses) from coupons.code where circle_id = ?", circle),
                count("select count(*) from coupons.use where circle_id = ? and state <> 'released'", circle));
    }

    private long count(String sql, CircleId circle) {
        var many = jdbc.queryForObject(sql, Long.class, circle.value());
        return many == null ? 0 : many;
    }
}
