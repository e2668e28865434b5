package app.teahouse.announcements;

import app.teahouse.connections.Pools;
import app.teahouse.feed.FeedTop;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.web.Frame;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Has the newest announcement that its reader has not opened fetched into the head of the feed, where the circle announced something in the
 * last fourteen days. Whether it did is known in memory and looked up behind the request, so a feed costs no statement more;
 * until it is known anew, the old holds.
 */
@Component
@Order(10)
class Newest implements FeedTop {
    static final Duration FRESH = Duration.ofDays(14);
    private static final Logger log = LoggerFactory.getLogger(Newest.class);
    private static final Duration KNOWN = Duration.ofSeconds(30);

    private final Db db;
    private final Clock clock;
    private final Templates templates;
    private final Semaphore looking = new Semaphore(2);
    private final Cache<CircleId, Known> latest = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofDays(1))
            .build();

    private record Known(boolean isFresh, Instant since) {}

    Newest(Db db, Clock clock, Templates templates) {
        this.db = db;
        this.clock = clock;
        this.templates = templates;
    }

    @Override
    public Optional<JteModel> top(Member member, Frame frame) {
        var known = latest.getIfPresent(member.circle());
        var now = clock.instant();
        if (known == null || known.since().isBefore(now.minus(KNOWN))) {
            lookSoon(member.circle(), now);
        }
        return known != null && known.isFresh()
                ? Optional.of(templates.announcementsFetch(member.face()))
                : Optional.empty();
    }

    /** When too many wait, the next feed asks again. */
    private void lookSoon(CircleId circle, Instant now) {
        if (looking.tryAcquire()) {
            Thread.ofVirtual().name("newest-announcement").start(() -> {
                try {
                    ScopedValue.where(Pools.FOR_JOBS, true).run(() -> look(circle, now));
                } catch (RuntimeException e) {
                    log.warn("Whether something was announced is looked up again: {}", e.toString());
                } finally {
                    looking.release();
                }
            });
        }
    }

    void look(CircleId circle, Instant now) {
        var isFresh = db.sql("""
                select 1
                  from announcements.announcement
                 where circle_id = :circle and began_at > :since
                 limit 1
                """)
                .with("circle", circle)
                .with("since", now.minus(FRESH))
                .exists();
        latest.put(circle, new Known(isFresh, now));
    }
}
