package app.teahouse.removals;

import app.teahouse.kernel.Refusal;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.transaction.support.TransactionTemplate;

/** Two things at once, so that the second begins when the first has decided and not yet committed. */
final class Held {
    private Held() {}

    /** @return the code with which the second was refused, or nothing */
    static String then(TransactionTemplate transaction, Callable<?> first, Callable<?> second) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> other = transaction.execute(_ -> {
                try {
                    first.call();
                    var begun = threads.submit(second);
                    Thread.sleep(400);
                    return begun;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            other.get();
            return "";
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refusal refusal) {
                return refusal.code();
            }
            throw e;
        }
    }
}
