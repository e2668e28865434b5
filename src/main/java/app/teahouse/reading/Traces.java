package app.teahouse.reading;

import app.teahouse.connections.Pools;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Settings;
import app.teahouse.reading.KeepPositions.Noted;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
    private static final int BATCH = 500;

    /** Whose reading in which circle. */
    record Reader(CircleId circle, AccountId account) {}

    private final KeepTraces keep;
    private final KeepPositions keepPositions;
    private final Attention attention;
    private final Clock clock;
    private final boolean timers;
    private Map<Reader, Trace> traces = new HashMap<>();

    Traces(KeepTraces keep, KeepPositions keepPositions, Attention attention, Clock clock, Settings settings) {
        this.keep = keep;
        this.keepPositions = keepPositions;
        this.attention = attention;
        this.clock = clock;
        this.timers = settings.timers();
    }

    /** A post of one's own is not unread, but who wrote it is none of its readers. */
    public void wrote(Member member, long number) {
        above(member, number);
    }

    /** A post was opened. */
    public void opened(Member member, long number) {
        attention.begin(member.account());
        note(member, trace -> trace.note(number, Step.opened(clock.instant())));
        above(member, number);
    }

    private void above(Member member, long number) {
        if (number > member.standing().seenNumber()) {
            note(member, trace -> trace.open(number));
        }
    }

    /** How far somebody came in a post, in thousandths; from 950 it counts as finished. */
    public void position(Member member, long number, int part) {
        position(member, number, part, 0);
    }

    /** The same, and how many seconds they read since the last time; no more is believed than have gone by. */
    public void position(Member member, long number, int part, int seconds) {
        beacon(member, number, new Beacon(null, 0, part, part, seconds));
    }

    /** Of a beacon that comes late or twice, only how far the reader came is believed. */
    void beacon(Member member, long number, Beacon beacon) {
        var account = member.account();
        var next = beacon.view() == null || attention.isNext(account, beacon.view(), beacon.count());
        var now = clock.instant();
        var step = next
                ? new Step(beacon.stop(), beacon.part(), attention.credit(account, beacon.seconds()), now, now)
                : new Step(0, beacon.part(), 0, now, now);
        note(member, trace -> trace.note(number, step));
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
        var taken = taken();
        taken.forEach((reader, trace) -> attempt(() -> keep.keep(reader, trace)));
        taken.entrySet().stream()
                .collect(Collectors.groupingBy(entry -> entry.getKey().circle()))
                .forEach((circle, all) -> keepPositions(circle, noted(all)));
    }

    private static List<Noted> noted(List<Map.Entry<Reader, Trace>> all) {
        return all.stream()
                .flatMap(entry -> entry.getValue().steps.entrySet().stream()
                        .map(step -> new Noted(entry.getKey().account(), step.getKey(), step.getValue())))
                .sorted(Noted.IN_ORDER)
                .toList();
    }

    private void keepPositions(CircleId circle, List<Noted> noted) {
        for (var from = 0; from < noted.size(); from += BATCH) {
            var batch = noted.subList(from, Math.min(noted.size(), from + BATCH));
            attempt(() -> keepPositions.keep(circle, batch));
        }
    }

    private static void attempt(Runnable keeping) {
        try {
            keeping.run();
        } catch (RuntimeException e) {
            log.warn("What somebody read could not be kept: {}", e.toString());
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
