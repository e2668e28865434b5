package app.teahouse.passes;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.plans.Calendar.Span;
import app.teahouse.plans.PlanId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has in a circle now.
 *
 * @param plan by which they have it, or null where it was given without one
 * @param endsAt the first moment without the right to speak, or null for good
 * @param readsUntil the first moment without the right to read
 * @param tried whether the trial was used; there is one for each person and circle
 * @param automatic whether it renews itself
 * @param next the plan that follows on at the end (a downgrade), or null for the same
 * @param refunds how often they took their money back here by themselves
 * @param barred whether staff let them not buy again
 */
public record Pass(
        CircleId circle,
        AccountId account,
        @Nullable PlanId plan,
        Source source,
        Span span,
        @Nullable Instant endsAt,
        @Nullable Instant readsUntil,
        boolean tried,
        boolean automatic,
        @Nullable PlanId next,
        int refunds,
        boolean barred,
        long version) {

    /** How they came by it. */
    public enum Source {
        PAID,
        TRIAL,
        GIFT,
        /** Given by staff, for example to a guest. */
        COMP,
        /** They were here before the circle cost something, and stay free for good. */
        KEPT,
        /** They were here before, and stay free until a day. */
        PROMISED,
        /** Taken back. */
        OVER
    }

    /** Whether it holds now, grace not counted. */
    public boolean holds(Instant now) {
        return source != Source.OVER && (endsAt == null || endsAt.isAfter(now));
    }

    public boolean isForGood() {
        return source != Source.OVER && endsAt == null;
    }

    /** Whether it is of a kind that may renew itself: what is given for nothing does not become something that costs. */
    public boolean mayRenewItself(Instant now) {
        return holds(now) && endsAt != null && (source == Source.PAID || source == Source.GIFT);
    }

    public boolean isReadable(Instant now) {
        return source != Source.OVER && (readsUntil == null || readsUntil.isAfter(now));
    }
}
