package app.teahouse.reading;

import app.teahouse.kernel.AccountId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Knows since when each reader is here, so that nobody is credited with more time than went by, on however many devices and
 * whatever their scripts say. Whoever was not heard of for a while begins anew and loses the seconds between.
 */
@Component
class Attention {
    /** What one beacon can claim at most. */
    static final Duration LONGEST = Duration.ofMinutes(1);

    private static final int MOST_READERS = 50_000;
    private static final int MOST_VIEWS = 16;

    private final Clock clock;
    private final Cache<AccountId, Watch> watches = Caffeine.newBuilder()
            .maximumSize(MOST_READERS)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    Attention(Clock clock) {
        this.clock = clock;
    }

    /** One reader's time: what has gone by and was not yet claimed, and the last beacon of each page they have open. */
    private static final class Watch {
        private final Map<String, Integer> views = new LinkedHashMap<>();
        private Instant last;
        private Duration left = Duration.ZERO;

        Watch(Instant since) {
            this.last = since;
        }

        /** A clock that was set back by much begins anew; the few moments by which threads overtake each other do not matter. */
        synchronized void goOn(Instant now) {
            if (now.isBefore(last.minus(LONGEST))) {
                left = Duration.ZERO;
                last = now;
            } else if (now.isAfter(last)) {
                var sum = left.plus(Duration.between(last, now));
                left = sum.compareTo(LONGEST) > 0 ? LONGEST : sum;
                last = now;
            }
        }

        synchronized int take(int seconds, Instant now) {
            goOn(now);
            var taken = (int) Math.min(seconds, left.toSeconds());
            left = left.minusSeconds(taken);
            return taken;
        }

        synchronized boolean isNext(String view, int count) {
            var before = views.remove(view);
            if (views.size() >= MOST_VIEWS) {
                views.remove(views.keySet().iterator().next());
            }
            views.put(view, before == null ? count : Math.max(before, count));
            return before == null || count > before;
        }
    }

    /** A page was opened: from now on time counts. */
    void begin(AccountId account) {
        watch(account).goOn(clock.instant());
    }

    /** Whether no beacon of this opened page has come that was sent at the same time as this one or after it. */
    boolean isNext(AccountId account, String view, int count) {
        return watch(account).isNext(view, count);
    }

    /** So much of what is claimed as can be true. */
    int credit(AccountId account, int seconds) {
        return watch(account).take(seconds, clock.instant());
    }

    private Watch watch(AccountId account) {
        return watches.get(account, _ -> new Watch(clock.instant()));
    }
}
