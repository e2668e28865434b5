package app.teahouse.testing;

import app.teahouse.kernel.Time;
import java.time.Instant;
import java.util.concurrent.Callable;

/** Lets a test travel: what it runs sees another moment, on its own thread only. */
public final class TestClock {
    private TestClock() {}

    public static <T> T at(Instant then, Callable<T> action) throws Exception {
        return Time.at(then, action::call);
    }

    public static void at(Instant then, Runnable action) {
        Time.at(then, () -> {
            action.run();
            return true;
        });
    }
}
