package app.teahouse.away;

import app.teahouse.away.PictureRows.Waiting;
import app.teahouse.jobs.Job;
import app.teahouse.outside.Fetch;
import app.teahouse.outside.Fetched;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Component;

/**
 * Fetches the pictures that are waited for, two at a time. Each is claimed by a lease, so that whatever dies leaves nothing undone, and
 * nothing is fetched twice; only fetching itself happens on other threads, and no transaction is open meanwhile.
 */
@Component
class FetchPictures implements Job {
    private static final int MOST_BYTES = 10_000_000;
    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final Duration TURN = Duration.ofSeconds(2);
    private static final int AT_ONCE = 2;
    private static final int HOSTS = 20;
    private static final int SILENT_HOSTS = 6;

    private final PictureRows rows;
    private final KeepPicture keepPicture;
    private final ShowPictures showPictures;
    private final Fetch fetch;

    /** The hosts that were silent since one last answered; many at once mean that the silence is ours. */
    private final Set<String> silent = ConcurrentHashMap.newKeySet();

    FetchPictures(PictureRows rows, KeepPicture keepPicture, ShowPictures showPictures, Fetch fetch) {
        this.rows = rows;
        this.keepPicture = keepPicture;
        this.showPictures = showPictures;
        this.fetch = fetch;
    }

    @Override
    public String name() {
        return "away.fetch";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    private record Answer(Waiting picture, Fetched fetched) {}

    @Override
    public boolean step(Instant now) {
        var shown = showPictures.some();
        var waiting = new ArrayDeque<>(rows.waiting(now, HOSTS));
        if (waiting.isEmpty()) {
            return shown;
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return work(waiting, new ExecutorCompletionService<>(threads), now) || shown;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean work(Queue<Waiting> waiting, CompletionService<Answer> asked, Instant now)
            throws InterruptedException {
        var from = System.nanoTime();
        var open = 0;
        var some = false;
        while (open > 0 || !waiting.isEmpty()) {
            if (open < AT_ONCE && !waiting.isEmpty()) {
                var picture = waiting.remove();
                if (rows.claim(picture, now)) {
                    asked.submit(() -> ask(picture));
                    some = true;
                    open++;
                }
            } else {
                settle(asked.take());
                open--;
            }
            if (System.nanoTime() - from > TURN.toNanos()) {
                waiting.clear();
            }
        }
        return some;
    }

    private Answer ask(Waiting picture) throws InterruptedException {
        return new Answer(picture, fetch.get(new Fetch.Wish(picture.address(), "image/*", MOST_BYTES, WITHIN)));
    }

    private void settle(Future<Answer> done) throws InterruptedException {
        try {
            var answer = done.get();
            switch (answer.fetched()) {
                case Fetched.Got got -> {
                    silent.clear();
                    keepPicture.keep(answer.picture(), got);
                }
                case Fetched.Missed(var why) -> miss(answer.picture(), Reason.of(why));
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void miss(Waiting picture, Reason reason) {
        keepPicture.miss(picture, reason);
        if (!reason.isSilence()) {
            silent.clear();
            return;
        }
        silent.add(picture.host());
        if (silent.size() >= SILENT_HOSTS) {
            silent.clear();
            keepPicture.giveUpAll(picture.circle());
        }
    }
}
