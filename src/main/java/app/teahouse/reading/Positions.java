package app.teahouse.reading;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where a member is in a post. */
@Component
class Positions {
    private final Db db;

    Positions(Db db) {
        this.db = db;
    }

    Optional<Position> of(Member member, long number) {
        return db.sql("""
                select stop, part, seconds, opened_at, moved_at, finished_at
                  from reading.position
                 where circle_id = :circle and account_id = :account and number = :number
                """)
                .with("circle", member.circle())
                .with("account", member.account())
                .with("number", number)
                .maybe((row, n) -> KeepPositions.position(row, 1));
    }
}
