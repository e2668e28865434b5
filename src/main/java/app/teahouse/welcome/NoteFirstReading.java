package app.teahouse.welcome;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.members.Discretion;
import app.teahouse.reading.ToTheEnd;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A newcomer read a post to its end: that is a beginning, too; but nobody's business of who keeps their reading to themselves. */
@Component
class NoteFirstReading implements ToTheEnd {
    private final KeepNewcomers keep;
    private final Discretion discretion;
    private final Clock clock;

    NoteFirstReading(KeepNewcomers keep, Discretion discretion, Clock clock) {
        this.keep = keep;
        this.discretion = discretion;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void finished(CircleId circle, AccountId account, long number) {
        if (!discretion.of(account)) {
            keep.started(circle, account, clock.instant());
        }
    }
}
