package app.teahouse.passes;

import app.teahouse.kernel.Member;
import app.teahouse.kernel.Role;
import app.teahouse.roster.LeavingHint;
import app.teahouse.web.Frame;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Time stays with who leaves; they come back for nothing until its end (rules.md R10). */
@Component
class KeptByLeaver implements LeavingHint {
    private final Passes passes;
    private final Clock clock;

    KeptByLeaver(Passes passes, Clock clock) {
        this.passes = passes;
        this.clock = clock;
    }

    @Override
    public Optional<String> of(Frame frame, Member member) {
        var role = member.standing().role();
        if (role != Role.MEMBER && role != Role.VOLUNTEER) {
            return Optional.empty();
        }
        return passes.of(member.circle(), member.account())
                .filter(pass -> pass.holds(clock.instant()))
                .map(pass -> said(frame, pass));
    }

    private static String said(Frame frame, Pass pass) {
        var last = pass.span().last();
        if (last == null) {
            return frame.t("passes.leave.for-good");
        }
        var until = frame.t("passes.leave.until", "day", frame.date(last));
        return pass.automatic() ? until + " " + frame.t("passes.leave.automatic") : until;
    }
}
