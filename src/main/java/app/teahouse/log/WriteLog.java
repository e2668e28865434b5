package app.teahouse.log;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Rooms above write down here what staff did, within the transaction that does it. */
@Component
public class WriteLog {
    private final CircleLog log;

    WriteLog(CircleLog log) {
        this.log = log;
    }

    /** @param kind one that the log has a sentence for */
    public void write(CircleId circle, String kind, AccountId by, String about, Instant at) {
        if (!CircleLog.KINDS.contains(kind)) {
            throw new IllegalArgumentException("The log has no sentence for " + kind);
        }
        log.write(new CircleLog.Deed(circle, kind, by, null, about, "", at));
    }
}
