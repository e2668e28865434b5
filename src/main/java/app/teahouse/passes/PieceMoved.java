package app.teahouse.passes;

import app.teahouse.kernel.CircleId;
import app.teahouse.plans.Calendar.Span;
import java.util.UUID;

/** Whoever keeps the days of a piece of time beside its pass; rooms above bring it as beans. */
public interface PieceMoved {

    /** What was to follow on begins earlier; in the transaction that moves it. */
    void moved(CircleId circle, UUID piece, Span span);
}
