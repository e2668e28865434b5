package app.teahouse.log;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Differences.Difference;
import java.time.Instant;
import java.util.List;
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
        write(circle, kind, by, about, at, List.of());
    }

    /** @param changes what is different now, field by field; those where both sides are the same are left out */
    public void write(CircleId circle, String kind, AccountId by, String about, Instant at, List<Difference> changes) {
        var different = changes.stream().filter(Difference::isOne).toList();
        if (!CircleLog.KINDS.contains(kind)) {
            throw new IllegalArgumentException("The log has no sentence for " + kind);
        }
        log.write(new CircleLog.Deed(
                circle, kind, by, null, about, "", at, FieldWords.before(different), FieldWords.after(different)));
    }
}
