package app.teahouse.memberships;

import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.passes.ChangePass;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody's time renews itself from now on, by the card that they let us keep when they paid. */
@Component
class RenewItself {
    private final ChangePass changePass;
    private final PassSheet passSheet;

    RenewItself(ChangePass changePass, PassSheet passSheet) {
        this.changePass = changePass;
        this.passSheet = passSheet;
    }

    /** @throws Refusal those of {@link ChangePass#automatic}; {@code pass.not-automatic} also where the card was removed */
    @Transactional
    void begin(Onlooker onlooker, Person person) {
        changePass.automatic(onlooker.circle(), person, true);
        if (onlooker.member().isEmpty()
                || passSheet.card(onlooker.circle(), person.account()).isEmpty()) {
            throw Refusal.conflict("pass.not-automatic");
        }
    }
}
