package app.teahouse.gifts;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A present as its giver or staff see it.
 *
 * @param number of its order
 * @param slug the circle's address, and {@code circle} its name; null where it is gone
 * @param buyer the giver's name in the circle, for staff; null where they are no member
 * @param checkout where it is paid, while it is not
 * @param counts how many of its cards are in which state, without those that are in none
 * @param cards one by one, on the page of one present
 * @param returnableUntil until when the giver takes back what is unused, or null
 */
public record GiftView(
        Parcel parcel,
        String number,
        Money amount,
        @Nullable Instant paidAt,
        @Nullable String circle,
        @Nullable String slug,
        @Nullable String buyer,
        @Nullable String checkout,
        Map<String, Long> counts,
        List<GiftLine> cards,
        @Nullable Instant returnableUntil) {

    public String key() {
        return Ids.text(parcel.order());
    }
}
