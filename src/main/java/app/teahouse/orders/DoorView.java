package app.teahouse.orders;

import java.util.List;

/**
 * What a circle asks of whoever buys entry.
 *
 * @param circle its address
 * @param byApplication whether staff decide after it is paid
 * @param byPassword whether it asks for its password
 * @param coupons whether there is a code one might have
 */
public record DoorView(
        String circle,
        boolean signedIn,
        boolean byApplication,
        boolean byPassword,
        List<String> questions,
        boolean coupons) {}
