package app.teahouse.takeaway;

import java.time.Duration;

/** What one step may cost: five hundred things or two seconds, whichever comes first. */
public final class Budget {
    private static final int THINGS = 500;
    private static final Duration TIME = Duration.ofSeconds(2);

    private final long until = System.nanoTime() + TIME.toNanos();
    private int things;

    Budget() {
        this(THINGS);
    }

    private Budget(int things) {
        this.things = things;
    }

    /** A smaller one, for whoever makes something small at once. */
    public static Budget of(int things) {
        return new Budget(things);
    }

    /** Takes one thing off; false if that is too much for this step. */
    public boolean take() {
        return things-- > 0 && System.nanoTime() < until;
    }

    /** How many things may still be read for this step. */
    public int left() {
        return Math.max(0, things);
    }
}
