package app.teahouse.screening;

import app.teahouse.circles.Pulse;
import app.teahouse.content.ReleasePost;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Scrutiny.Verdict;
import app.teahouse.matching.Contacts;
import app.teahouse.members.SomeCircles;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Autowired;

/** Rules of a circle, and members who write. */
abstract class ScreenGround {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePosts posts;

    @Autowired
    WriteRule writeRule;

    @Autowired
    ReleasePost releasePost;

    @Autowired
    Pulse pulse;

    @Autowired
    Gate gate;

    @Autowired
    HitList hitList;

    static RuleWish wish(RuleKind kind, Verdict verdict, List<String> words, int many, int minutes) {
        return new RuleWish(
                "A rule",
                kind,
                verdict,
                "",
                kind.matters(),
                Set.of(Role.PARTNER, Role.ADMIN),
                words,
                List.of(),
                List.of(Contacts.Kind.values()),
                false,
                many,
                minutes);
    }

    RuleId rule(Owner owner, RuleKind kind, Verdict verdict, List<String> words, int many, int minutes) {
        var partner = circles.partner(owner);
        var id = writeRule.make(partner, wish(kind, verdict, words, many, minutes));
        writeRule.turn(partner, id, true);
        return id;
    }

    boolean write(Semaphore doors, Member writer, String text) throws InterruptedException {
        doors.acquire();
        try {
            return posts.write(writer, "", text, List.of(), null).held();
        } finally {
            doors.release();
        }
    }
}
