package app.teahouse.letters;

import app.teahouse.kernel.Ids;
import app.teahouse.muting.RulingView;
import app.teahouse.orders.Order;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a letter is about, as it is now; all null where it is about none of these, or that is gone.
 *
 * @param ruling a mute
 * @param order what money is asked back for
 * @param removedAt when its member was removed
 * @param removedFor why
 */
public record LetterMatter(
        @Nullable RulingView ruling,
        @Nullable Order order,
        @Nullable Instant removedAt,
        @Nullable String removedFor) {
    static final LetterMatter NONE = new LetterMatter(null, null, null, null);

    /** The order's id in addresses, or null. */
    public @Nullable String orderKey() {
        return order == null ? null : Ids.text(order.id());
    }
}
