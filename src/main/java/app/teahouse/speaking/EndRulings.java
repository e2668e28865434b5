package app.teahouse.speaking;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Says of mutes and grants whose time is over that they are. The Gate does not wait for it: to the Gate they ended on their minute. */
@Component
class EndRulings implements Job {
    private static final int MOST = 200;

    private final Rulings rulings;
    private final Events events;
    private final TransactionTemplate transaction;

    EndRulings(Rulings rulings, Events events, TransactionTemplate transaction) {
        this.rulings = rulings;
        this.events = events;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "speaking.end";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean step(Instant now) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var ended = rulings.endDue(now, MOST);
            ended.forEach(ruling -> events.publish(new RulingEnded(
                    ruling.circle(),
                    ruling.id().value(),
                    ruling.account(),
                    Db.name(ruling.kind()),
                    Db.name(Ruling.How.OVER),
                    "",
                    null,
                    now)));
            return ended.size() == MOST;
        }));
    }
}
