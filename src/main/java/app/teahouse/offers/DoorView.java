package app.teahouse.offers;

import app.teahouse.circles.Question;
import java.util.List;

/**
 * What a circle asks of whoever buys entry.
 *
 * @param base what the addresses of its plans begin with
 * @param back where they all stand
 * @param name the circle's
 * @param byApplication whether staff decide after it is paid
 * @param byPassword whether it asks for its password
 * @param coupons whether there is a code one might have
 */
public record DoorView(
        String base,
        String back,
        String name,
        boolean signedIn,
        boolean byApplication,
        boolean byPassword,
        List<Question> questions,
        boolean coupons) {}
