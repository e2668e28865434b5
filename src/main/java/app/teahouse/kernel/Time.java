package app.teahouse.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The one clock. It ticks in microseconds, because that is as fine as PostgreSQL remembers. The demo and the tests travel: what they
 * run {@link #at} another moment sees that moment, on its thread alone.
 */
@Configuration(proxyBeanMethods = false)
public class Time {
    private static final ScopedValue<Instant> THEN = ScopedValue.newInstance();

    /** Runs something as if it were {@code then}. */
    public static <T, X extends Throwable> T at(Instant then, ScopedValue.CallableOp<T, X> action) throws X {
        return ScopedValue.where(THEN, then).call(action);
    }

    /** Whether this thread is at another moment than everybody else. */
    static boolean isElsewhere() {
        return THEN.isBound();
    }

    @Bean
    Clock clock() {
        return new Ticking();
    }

    private static final class Ticking extends Clock {
        private final Clock system = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));

        @Override
        public Instant instant() {
            return THEN.isBound() ? THEN.get() : system.instant();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return system.withZone(zone);
        }
    }
}
