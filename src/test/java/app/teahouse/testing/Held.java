package app.teahouse.testing;

import static org.awaitility.Awaitility.await;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Two things at once, of which the second begins when the first has decided and not yet committed, and is seen to wait for it. */
@Component
public class Held {
    private final Db db;
    private final TransactionTemplate transaction;

    Held(Db db, TransactionTemplate transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    /** @return the code with which the second was refused, or nothing */
    public String then(Callable<?> first, Callable<?> second) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var other = Objects.requireNonNull(transaction.execute(_ -> {
                call(first);
                var begun = threads.submit(second);
                var backend = db.sql("select pg_backend_pid()").one(Integer.class);
                await().until(() -> begun.isDone() || waitsFor(backend));
                return begun;
            }));
            other.get();
            return "";
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refusal refusal) {
                return refusal.code();
            }
            throw e;
        }
    }

    private static void call(Callable<?> action) {
        try {
            action.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean waitsFor(int backend) {
        return db.sql("""
                select exists (select 1 from pg_locks where not granted and :backend = any(pg_blocking_pids(pid)))
                """).with("backend", backend).one(Boolean.class);
    }
}
