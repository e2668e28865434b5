package app.teahouse.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;

/** The real time, unless a test travels: {@link #at} binds another moment to the calling thread only. */
public class TestClock extends Clock {
    private static final ScopedValue<Instant> THEN = ScopedValue.newInstance();
    private static final Clock REAL = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));

    public static <T> T at(Instant then, Callable<T> action) throws Exception {
        return ScopedValue.where(THEN, then).call(action::call);
    }

    public static void at(Instant then, Runnable action) {
        ScopedValue.where(THEN, then).run(action);
    }

    @Override
    public Instant instant() {
        return THEN.isBound() ? THEN.get() : REAL.instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
