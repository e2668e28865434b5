package app.teahouse.coupons;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** What takes something off a price. */
public record CouponId(UUID value) implements Id {}
