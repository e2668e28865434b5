package app.teahouse.passes;

import app.teahouse.circles.Circles;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import app.teahouse.members.Toll;
import app.teahouse.plans.Calendar;
import app.teahouse.plans.Calendar.Span;
import app.teahouse.reservations.NotesOnMembers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Into a circle that costs something comes who has time there; who left before the end of theirs comes back for nothing. */
@Component
class PassToll implements Toll {
    private final Passes passes;
    private final GivePass givePass;
    private final WritePass writePass;
    private final NotesOnMembers notes;
    private final Circles circles;
    private final Clock clock;

    PassToll(
            Passes passes, GivePass givePass, WritePass writePass, NotesOnMembers notes, Circles circles, Clock clock) {
        this.passes = passes;
        this.givePass = givePass;
        this.writePass = writePass;
        this.notes = notes;
        this.circles = circles;
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
        if (promised == null || !promise(circle, account, promised)) {
            throw Refusal.conflict("join.payment-needed");
        }
    }

    /** Somebody came with a list that says they have paid elsewhere until a day, which is still to come; that is given once. */
    private boolean promise(CircleId circle, AccountId account, LocalDate last) {
        var zone = circles.byId(circle)
                .orElseThrow(() -> Refusal.notFound("circle.unknown"))
                .face()
                .zone();
        var today = Calendar.today(clock.instant(), zone);
        if (last.isBefore(today)) {
            return false;
        }
        var piece = UUID.nameUUIDFromBytes((account.value() + " promised " + last).getBytes(StandardCharsets.UTF_8));
        var span = new Span(today, last, last.getDayOfMonth());
        givePass.give(
                circle,
                account,
                new GivePass.Gift(
                        piece, null, Pass.Source.PROMISED, Money.of(0, "CNY"), GivePass.Manner.FOLLOW_ON, span));
        return true;
    }

    @Override
    public void entered(CircleId circle, AccountId account) {
        writePass.open(circle, account);
    }
}
