package app.teahouse.takeaway;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** A kind of file for tests: as many entries as the wish says, three a step. Where told to, it breaks half way. */
@Component
public class SomeKind implements TakeawayKind {
    static final int A_STEP = 3;

    /** Files that break off with their next step, after they have written something. */
    final Set<TakeawayId> breaking = ConcurrentHashMap.newKeySet();

    @Override
    public String name() {
        return "some";
    }

    @Override
    public For whom() {
        return For.MEMBERS;
    }

    @Override
    public String title() {
        return "takeaway.title";
    }

    @Override
    public String icon() {
        return "download";
    }

    @Override
    public Progress step(Takeaway takeaway, Parcel parcel, Budget budget) throws IOException {
        var all = Integer.parseInt(takeaway.wish());
        var at = takeaway.cursor().isEmpty() ? 0 : Integer.parseInt(takeaway.cursor());
        var until = Math.min(all, at + A_STEP);
        for (; at < until; at++) {
            parcel.put("leaves/" + at + ".txt", "Leaf " + at + ", 茶叶");
            if (breaking.contains(takeaway.id())) {
                throw new IOException("The kettle fell over");
            }
        }
        return new Progress(Integer.toString(at), at, all, at == all);
    }
}
