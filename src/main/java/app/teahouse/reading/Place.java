package app.teahouse.reading;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where a member stopped in a circle's feed: what stood at its top in the visit before this one. */
public record Place(Instant activeAt, long number) {

    /** Reads places. */
    @Component
    public static class Source {
        private static final Duration VISIT = Duration.ofMinutes(30);

        private final Db db;
        private final Clock clock;

        Source(Db db, Clock clock) {
            this.db = db;
            this.clock = clock;
        }

        public Optional<Place> of(Member member) {
            return db.sql("""
                    select case when touched_at < :visit then latest_at else stop_at end,
                           case when touched_at < :visit then latest_number else stop_number end
                      from reading.place
                     where circle_id = :circle and account_id = :account
                    """)
                    .with("circle", member.circle())
                    .with("account", member.account())
                    .with("visit", clock.instant().minus(VISIT))
                    .maybe((row, n) -> new Place(Db.instant(row, 1), row.getLong(2)));
        }
    }
}
