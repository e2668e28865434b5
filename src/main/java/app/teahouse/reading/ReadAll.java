package app.teahouse.reading;

import app.teahouse.kernel.Member;
import app.teahouse.reading.Traces.Reader;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A member counts everything in a circle as read, up to a post; what came after it meanwhile stays unread. */
@Component
public class ReadAll {
    private final KeepTraces keep;

    ReadAll(KeepTraces keep) {
        this.keep = keep;
    }

    @Transactional
    public void upTo(Member member, long number) {
        var last = Math.min(number, member.standing().lastNumber());
        keep.moveMark(new Reader(member.circle(), member.account()), last);
    }
}
