package app.teahouse.passes;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Refusal;
import app.teahouse.members.Toll;
import app.teahouse.reservations.NotesOnMembers;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Into a circle that costs something comes who has time there; who left before the end of theirs comes back for nothing. */
@Component
class PassToll implements Toll {
    private final Passes passes;
    private final GivePass givePass;
    private final NotesOnMembers notes;
    private final Clock clock;

    PassToll(Passes passes, GivePass givePass, NotesOnMembers notes, Clock clock) {
        this.passes = passes;
        this.givePass = givePass;
        this.notes = notes;
        this.clock = clock;
    }

    @Override
    public void pass(CircleId circle, AccountId account) {
        if (passes.of(circle, account)
                .filter(pass -> pass.holds(clock.instant()))
                .isPresent()) {
            return;
        }
        var promised = notes.of(circle, account).map(known -> known.expiresOn()).orElse(null);
        if (promised == null || !givePass.promise(circle, account, promised)) {
            throw Refusal.conflict("join.payment-needed");
        }
    }

    @Override
    public void entered(CircleId circle, AccountId account) {
        givePass.stand(circle, account);
    }
}
