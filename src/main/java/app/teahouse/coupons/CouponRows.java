package app.teahouse.coupons;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Money;
import app.teahouse.plans.PlanId;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How a coupon stands in its table. */
final class CouponRows {
    private CouponRows() {}

    /** Reads the columns that every statement on coupons names in this order. */
    static Coupon coupon(ResultSet row) throws SQLException {
        var currency = row.getString(7);
        var plan = Db.maybeUuid(row, 8);
        return new Coupon(
                new CouponId(Db.uuid(row, 1)),
                row.getString(2),
                row.getString(3),
                Db.constant(Coupon.Kind.class, row.getString(4)),
                row.getInt(5),
                currency == null ? null : Money.of(row.getLong(6), currency),
                plan == null ? null : new PlanId(plan),
                Db.constant(Coupon.Purpose.class, row.getString(9)),
                number(row, 10),
                number(row, 11),
                Db.maybeDay(row, 12),
                Db.maybeDay(row, 13),
                row.getInt(14),
                row.getInt(15),
                row.getString(16).equals("on"));
    }

    static @Nullable Integer number(ResultSet row, int column) throws SQLException {
        var number = row.getInt(column);
        return row.wasNull() ? null : (Integer) number;
    }
}
