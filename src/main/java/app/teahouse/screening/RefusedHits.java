package app.teahouse.screening;

import app.teahouse.jobs.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Words that are refused leave nothing behind, so what was found in them is kept here until it is written, a few seconds later. */
@Component
class RefusedHits implements Job {
    private static final int MOST = 5_000;
    private static final int BATCH = 200;

    private final ArrayBlockingQueue<Hits.Line> waiting = new ArrayBlockingQueue<>(MOST);
    private final Hits hits;
    private final TransactionTemplate transaction;

    RefusedHits(Hits hits, TransactionTemplate transaction) {
        this.hits = hits;
        this.transaction = transaction;
    }

    /** Notes them once the caller's transaction is over; under a flood that is longer than this list the rest is lost. */
    void note(List<Hits.Line> lines) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                lines.forEach(waiting::offer);
            }
        });
    }

    @Override
    public String name() {
        return "screening.keep-refused";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public boolean onEveryNode() {
        return true;
    }

    @Override
    public boolean step(Instant now) {
        var lines = new ArrayList<Hits.Line>();
        waiting.drainTo(lines, BATCH);
        if (!lines.isEmpty()) {
            transaction.executeWithoutResult(_ -> hits.keep(lines));
        }
        return lines.size() == BATCH;
    }
}
