package app.teahouse.endings;

import app.teahouse.circles.Circle;
import app.teahouse.kernel.Face;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a circle stands, for whoever might archive or delete it.
 *
 * @param hindrances what has to be settled before it can be deleted
 * @param deleteAt when it will be gone, while it is being deleted
 */
public record EndView(
        Face face, Circle.State state, @Nullable Instant deleteAt, boolean owner, List<Hindrance.One> hindrances) {}
