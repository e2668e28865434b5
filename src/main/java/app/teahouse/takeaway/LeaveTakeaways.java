package app.teahouse.takeaway;

import app.teahouse.departures.Leaving;
import app.teahouse.kernel.AccountId;
import app.teahouse.members.CirclesOf;
import java.time.Instant;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What somebody asked for goes with their account. It is no data of theirs to take along: it is a copy of what others wrote. */
@Component
@Order(-3)
class LeaveTakeaways implements Leaving {
    private final ForgetTakeaways forgetTakeaways;
    private final CirclesOf circlesOf;

    LeaveTakeaways(ForgetTakeaways forgetTakeaways, CirclesOf circlesOf) {
        this.forgetTakeaways = forgetTakeaways;
        this.circlesOf = circlesOf;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        circlesOf.all(account).forEach(circle -> forgetTakeaways.forget(circle, account));
        return false;
    }
}
