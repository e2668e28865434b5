package app.teahouse.applications;

import app.teahouse.kernel.Face;
import java.time.Instant;

/**
 * An application that waits, as its maker sees it.
 *
 * @param open whether the circle's page can be seen from outside
 */
public record MyApplication(Face face, boolean open, Instant madeAt) {}
