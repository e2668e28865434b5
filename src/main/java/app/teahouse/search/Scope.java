package app.teahouse.search;

import app.teahouse.guard.Reader;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Onlooker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody may look.
 *
 * @param circles the Gate let them in there; or, with a reader, where they seem to belong
 * @param reader whose membership the statement asks for anew; null where the Gate has just done so
 * @param members whether members may be found
 * @param known who reads, where the Gate has just let them in
 * @param account whose recent searches these are, or null
 */
record Scope(
        List<Face> circles,
        @Nullable AccountId reader,
        boolean members,
        @Nullable AccountId account,
        @Nullable Reader known) {

    static Scope of(Onlooker onlooker) {
        var account = onlooker.member().map(member -> member.account()).orElse(null);
        return new Scope(List.of(onlooker.face()), null, account != null, account, Reader.of(onlooker));
    }

    static Scope of(AccountId reader, List<Face> circles) {
        return new Scope(circles, reader, true, reader, null);
    }

    boolean isOneCircle() {
        return reader == null;
    }

    List<CircleId> ids() {
        return circles.stream().map(Face::id).toList();
    }
}
