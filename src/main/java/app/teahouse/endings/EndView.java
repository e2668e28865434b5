package app.teahouse.endings;

import app.teahouse.circles.Circle;
import app.teahouse.kernel.Face;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a circle stands, for whoever might archive or delete it.
 *
 * @param deleteAt when it will be gone, while it is being deleted
 */
public record EndView(
        Face face, Circle.State state, @Nullable Instant deleteAt, boolean owner) {}
