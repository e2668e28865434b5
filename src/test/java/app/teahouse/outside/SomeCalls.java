package app.teahouse.outside;

import java.time.Duration;

/** A line for tests of what happens when nobody answers. */
public final class SomeCalls {
    private SomeCalls() {}

    public static Calls impatient() {
        return new Calls(Duration.ofMillis(300), Duration.ofMillis(300));
    }
}
