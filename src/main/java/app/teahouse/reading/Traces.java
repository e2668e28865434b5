package app.teahouse.reading;

import app.teahouse.connections.Pools;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Settings;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Collects in memory what members of all circles read, and has it written every second, so that reading costs no write of its own
 * and yet nobody finds unread what they just read. A hard stop loses that second. If more comes in than can be kept, the rest is forgotten: a few dots stay unread.
 */
@Component
public class Traces {
    private static final Logger log = LoggerFactory.getLogger(Traces.class);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final int MOST = 20_000;

    /** Whose reading in which circle. */
    record Reader(CircleId circle, AccountId account) {}

    private final KeepTraces keep;
    private final boolean timers;
    private Map<Reader, Trace> traces = new HashMap<>();

    Traces(KeepTraces keep, Settings settings) {
        this.keep = keep;
        this.timers = settings.timers();
    }

    /** A post was opened. */
    public void opened(Member member, long number) {
        if (number > member.standing().seenNumber()) {
            note(member, trace -> trace.opened.add(number));
        }
    }

    /** How far somebody came in a post, in thousandths; from 950 it counts as finished. */
    public void position(Member member, long number, int part) {
        note(member, trace -> trace.positions.put(number, part));
    }

    /** What stood at the top of the feed when the member looked at it. */
    public void top(Member member, Instant activeAt, long number) {
        note(member, trace -> trace.top = new Trace.Top(activeAt, number).or(trace.top));
    }

    private synchronized void note(Member member, Consumer<Trace> change) {
        var reader = new Reader(member.circle(), member.account());
        var trace = traces.get(reader);
        if (trace == null) {
            if (traces.size() >= MOST) {
                return;
            }
            trace = new Trace();
            traces.put(reader, trace);
        }
        change.accept(trace);
    }

    /** Writes down everything collected so far, on the caller's thread. */
    public void flush() {
        for (var entry : taken().entrySet()) {
            try {
                keep.keep(entry.getKey(), entry.getValue());
            } catch (RuntimeException e) {
                log.warn("What somebody read could not be kept: {}", e.toString());
            }
        }
    }

    private synchronized Map<Reader, Trace> taken() {
        var all = traces;
        traces = new HashMap<>();
        return all;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (timers) {
            Thread.ofVirtual().name("traces").start(this::flushForEver);
        }
    }

    private void flushForEver() {
        try {
            while (true) {
                Thread.sleep(REST);
                ScopedValue.where(Pools.FOR_JOBS, true).run(this::flush);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() {
        if (timers) {
            flush();
        }
    }
}
