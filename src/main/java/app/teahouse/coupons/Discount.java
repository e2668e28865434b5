package app.teahouse.coupons;

import app.teahouse.kernel.Money;

/**
 * What a code takes off a price.
 *
 * @param number which of the coupon's codes it is
 */
public record Discount(CouponId coupon, int number, String name, Money amount) {}
