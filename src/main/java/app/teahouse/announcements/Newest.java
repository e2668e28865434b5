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
 * last fourteen days. Whether it did is known in memory and looked up behind the request, so a feed costs no statement more.
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
    private final Cache<CircleId, Boolean> fresh =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(KNOWN).build();

    Newest(Db db, Clock clock, Templates templates) {
        this.db = db;
        this.clock = clock;
        this.templates = templates;
    }

    @Override
    public Optional<JteModel> top(Member member, Frame frame) {
        var known = fresh.getIfPresent(member.circle());
        if (known == null) {
            lookSoon(member.circle(), clock.instant());
        }
        return Boolean.TRUE.equals(known) ? Optional.of(templates.announcementsFetch(member.face())) : Optional.empty();
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
        fresh.put(
                circle,
                db.sql("""
                select 1
                  from announcements.announcement
                 where circle_id = :circle and began_at > :since
                 limit 1
                """)
                        .with("circle", circle)
                        .with("since", now.minus(FRESH))
                        .exists());
    }
}
