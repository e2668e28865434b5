package app.teahouse.log;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Member;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What staff did to words of somebody else beside the queue, said in the words of the queue. */
@Component
public class OthersWords {
    private final CircleLog log;

    OthersWords(CircleLog log) {
        this.log = log;
    }

    /** @param author null where an imported post is nobody's here
     *  @param kind {@code post} or {@code comment} */
    public void deleted(Member by, @Nullable AccountId author, String kind, Instant at) {
        write(by, author, "reviewed", kind + " delete none", at);
    }

    /** What was deleted stands there again. */
    public void returned(Member by, @Nullable AccountId author, Instant at) {
        write(by, author, "review_reversed", "", at);
    }

    private void write(Member by, @Nullable AccountId author, String kind, String about, Instant at) {
        if (!by.account().equals(author)) {
            log.write(new CircleLog.Deed(by.circle(), kind, by.account(), author, about, "", at));
        }
    }
}
