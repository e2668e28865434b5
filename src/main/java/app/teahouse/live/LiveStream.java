package app.teahouse.live;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One browser's stream. Hints wait in a short queue; a reader too slow for it is told to refresh instead, so nobody holds up
 * others and nothing piles up. It ends after some minutes: the browser comes again, and who it is is looked at anew.
 */
final class LiveStream {
    static final Duration LIFE = Duration.ofMinutes(10);
    private static final int HEARTBEAT_SECONDS = 20;
    private static final int WAITING = 64;

    private final AccountId account;
    private final Set<CircleId> circles = ConcurrentHashMap.newKeySet();
    private final SseEmitter emitter;
    private final BlockingQueue<Sent> queue = new ArrayBlockingQueue<>(WAITING);
    private volatile boolean overflowed;
    private volatile boolean closed;

    /** A hint with its place in the order of all, which the browser shows when it comes again. */
    record Sent(String id, String kind, String json) {}

    LiveStream(AccountId account, Set<CircleId> circles, SseEmitter emitter) {
        this.account = account;
        this.circles.addAll(circles);
        this.emitter = emitter;
        emitter.onCompletion(this::close);
        emitter.onTimeout(this::close);
    }

    AccountId account() {
        return account;
    }

    Set<CircleId> circles() {
        return circles;
    }

    void offer(Sent sent) {
        if (!queue.offer(sent)) {
            overflowed = true;
        }
    }

    void close() {
        closed = true;
        offer(new Sent("", "", ""));
    }

    /** Sends what comes until the reader is gone. The thread is a virtual one and waits most of the time. */
    void run(Clock clock) {
        var until = clock.instant().plus(LIFE);
        try {
            emitter.send(SseEmitter.event().reconnectTime(2_000).comment("hello"));
            while (!closed && clock.instant().isBefore(until)) {
                sendNext(queue.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS));
            }
            emitter.complete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // The reader is gone; the container cleans up by itself.
            closed = true;
        } catch (IllegalStateException e) {
            // The container knows nothing of it, and would keep a silent line open for all its life.
            closed = true;
            emitter.completeWithError(e);
        }
    }

    private void sendNext(@Nullable Sent next) throws IOException {
        if (overflowed) {
            overflowed = false;
            queue.clear();
            emitter.send(SseEmitter.event().name(LiveEvent.REFRESH.kind()).data("{}"));
        } else if (next == null) {
            emitter.send(SseEmitter.event().comment("still here"));
        } else if (!next.kind().isEmpty()) {
            var event = SseEmitter.event().name(next.kind()).data(next.json());
            emitter.send(next.id().isEmpty() ? event : event.id(next.id()));
        }
    }
}
