package app.teahouse.welcome;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.reading.ToTheEnd;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A newcomer read a post to its end: that is a beginning, too. */
@Component
class NoteFirstReading implements ToTheEnd {
    private final KeepNewcomers keep;
    private final Clock clock;

    NoteFirstReading(KeepNewcomers keep, Clock clock) {
        this.keep = keep;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void finished(CircleId circle, AccountId account, long number) {
        keep.started(circle, account, clock.instant());
    }
}
