package app.teahouse.treasury;

import app.teahouse.kernel.Face;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A circle's money as the operator sees it.
 *
 * @param face null where the circle is gone and only its books are left
 * @param sums one for each currency
 */
public record CircleSums(UUID circle, @Nullable Face face, List<Sums> sums) {

    public String name() {
        return face == null ? circle.toString() : face.name();
    }
}
