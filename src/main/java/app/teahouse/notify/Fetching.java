package app.teahouse.notify;

import app.teahouse.connections.Pools;
import app.teahouse.kernel.AccountId;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has the broadcasts of people who are here fetched behind their requests, and what else is told them then: two at a time, each person once however often it is
 * asked. When too many wait, the rest is forgotten; the next page they open asks again.
 */
@Component
class Fetching implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Fetching.class);
    private static final int WORKERS = 2;

    private final ObjectProvider<FetchBroadcasts> fetchBroadcasts;
    private final ObjectProvider<WhenHere> others;
    private final BlockingQueue<AccountId> queue = new LinkedBlockingQueue<>(10_000);
    private final Set<AccountId> waiting = ConcurrentHashMap.newKeySet();
    private final Set<Thread> workers = ConcurrentHashMap.newKeySet();

    Fetching(ObjectProvider<FetchBroadcasts> fetchBroadcasts, ObjectProvider<WhenHere> others) {
        this.fetchBroadcasts = fetchBroadcasts;
        this.others = others;
    }

    void ask(AccountId account) {
        if (waiting.add(account) && !queue.offer(account)) {
            waiting.remove(account);
        }
    }

    private void work() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                var account = queue.take();
                waiting.remove(account);
                ScopedValue.where(Pools.FOR_JOBS, true).run(() -> fetch(account));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                log.warn("Broadcasts were not fetched; the next page asks again: {}", e.toString());
            }
        }
    }

    private void fetch(AccountId account) {
        var circles = fetchBroadcasts.getObject().fetch(account);
        others.forEach(other -> other.here(account, circles));
    }

    @Override
    public void start() {
        for (var i = 0; i < WORKERS; i++) {
            workers.add(Thread.ofVirtual().name("fetching-" + i).start(this::work));
        }
    }

    @Override
    public void stop() {
        workers.forEach(Thread::interrupt);
        workers.clear();
    }

    @Override
    public boolean isRunning() {
        return !workers.isEmpty();
    }
}
