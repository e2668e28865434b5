package app.teahouse.questions;

import app.teahouse.circles.Household;
import app.teahouse.departures.Archive;
import app.teahouse.departures.Leaving;
import app.teahouse.departures.OwnData;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Answers go and leave with their circle, are their maker's to take along, and go with their account. Of who waits for staff they go when
 * the application does: in another circle they apply again. Who leaves a circle may come back, and finds them.
 */
@Component
@Order(-3)
class QuestionsHousehold implements Household, Luggage, Leaving, OwnData {
    private final AnswerRows rows;

    QuestionsHousehold(AnswerRows rows) {
        this.rows = rows;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        return rows.erase(circle, atMost);
    }

    @Override
    public List<Crate> crates() {
        return List.of(Crate.of("questions.answered", "account_id")
                .people("account_id")
                .only("t.state <> 'waiting'"));
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        rows.forget(account);
        return false;
    }

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        archive.json("joining-answers.json", rows.of(account));
    }
}
