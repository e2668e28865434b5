package app.teahouse.security;

import app.teahouse.kernel.Refusal;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Limits how often somebody does something, on this node: a bucket of tries that fills again over time. */
@Component
public class Limits {
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofHours(2))
            .build();

    /**
     * Takes one try.
     *
     * @param what what is limited, such as {@code write}
     * @param who by whom: an account's id, or {@link Addresses#of}
     * @throws Refusal {@code site.too-often}
     */
    public void take(String what, String who, int times, Duration per) {
        var probe = bucket(what, who, times, per).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw tooOften(probe.getNanosToWaitForRefill());
        }
    }

    /**
     * Takes nothing, and refuses who has no try left: for doors at which only what was wrong counts, and at which being right must not
     * help whoever guesses.
     *
     * @throws Refusal {@code site.too-often}
     */
    public void check(String what, String who, int times, Duration per) {
        var probe = bucket(what, who, times, per).estimateAbilityToConsume(1);
        if (!probe.canBeConsumed()) {
            throw tooOften(probe.getNanosToWaitForRefill());
        }
    }

    private Bucket bucket(String what, String who, int times, Duration per) {
        return buckets.get(
                what + ' ' + who,
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(times).refillGreedy(times, per))
                        .build());
    }

    private static Refusal tooOften(long nanos) {
        return Refusal.tooMany("site.too-often", TimeUnit.NANOSECONDS.toSeconds(nanos) + 1);
    }
}
