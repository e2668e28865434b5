package app.teahouse.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Asks as fast as the answers come, some at a time, for a while. */
final class Load {
    private final int atOnce;

    Load(int atOnce) {
        this.atOnce = atOnce;
    }

    /** Answers the request to make as the {@code n}th of all. */
    interface Source {
        Request next(long n);
    }

    /** Something done over and over by one of several threads. */
    interface Turn {
        void once(long n, Tally tally) throws Exception;
    }

    /** What one thread saw. */
    static final class Tally {
        private final Map<Integer, Long> statuses = new TreeMap<>();
        private long[] micros = new long[1 << 14];
        private int count;
        private long bytes;

        void add(long nanos, Line.Answer answer) {
            if (count == micros.length) {
                micros = Arrays.copyOf(micros, count * 2);
            }
            micros[count++] = nanos / 1_000;
            bytes += answer.bytes();
            statuses.merge(answer.status(), 1L, Long::sum);
        }
    }

    /** What all threads saw in {@code seconds}. */
    static final class Seen {
        private final double seconds;
        private final long[] micros;
        private final long bytes;
        private final Map<Integer, Long> statuses;

        private Seen(double seconds, long[] micros, long bytes, Map<Integer, Long> statuses) {
            this.seconds = seconds;
            this.micros = micros;
            this.bytes = bytes;
            this.statuses = statuses;
        }

        long bytes() {
            return bytes;
        }

        int count() {
            return micros.length;
        }

        double perSecond() {
            return count() / seconds;
        }

        double millis(double part) {
            return count() == 0 ? 0 : micros[(int) Math.min(count() - 1, Math.round(part * count()))] / 1_000.0;
        }

        /** Empty where all was well. */
        String faults() {
            return statuses.entrySet().stream()
                    .filter(entry -> entry.getKey() >= 300)
                    .map(entry -> entry.getValue() + " × " + entry.getKey())
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
        }
    }

    Seen ask(int port, int seconds, Source source) throws IOException {
        return run(seconds, atTheEnd -> {
            var line = new Line(port);
            atTheEnd.add(line);
            return (n, tally) -> {
                var from = System.nanoTime();
                var answer = line.send(source.next(n).bytes());
                tally.add(System.nanoTime() - from, answer);
            };
        });
    }

    /** Makes a thread's turn; what it puts aside is closed when the time is over. */
    interface Maker {
        Turn make(Queue<AutoCloseable> atTheEnd) throws Exception;
    }

    Seen run(int seconds, Maker maker) throws IOException {
        var number = new AtomicLong();
        var atTheEnd = new ConcurrentLinkedQueue<AutoCloseable>();
        var begin = System.nanoTime();
        var end = begin + TimeUnit.SECONDS.toNanos(seconds);
        var work = new ArrayList<Callable<Tally>>();
        for (var i = 0; i < atOnce; i++) {
            work.add(() -> {
                var turn = maker.make(atTheEnd);
                var tally = new Tally();
                while (System.nanoTime() < end) {
                    turn.once(number.getAndIncrement(), tally);
                }
                return tally;
            });
        }
        try (var threads = Executors.newFixedThreadPool(atOnce)) {
            var tallies = new ArrayList<Tally>();
            for (var done : threads.invokeAll(work)) {
                tallies.add(done.get());
            }
            return together((System.nanoTime() - begin) / 1e9, tallies);
        } catch (InterruptedException | ExecutionException e) {
            throw new IOException(e);
        } finally {
            atTheEnd.forEach(Load::close);
        }
    }

    private static void close(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception e) {
            System.err.println("Not closed: " + e);
        }
    }

    private static Seen together(double seconds, List<Tally> tallies) {
        var micros = tallies.stream()
                .flatMapToLong(tally -> Arrays.stream(tally.micros, 0, tally.count))
                .sorted()
                .toArray();
        var statuses = new TreeMap<Integer, Long>();
        tallies.forEach(tally -> tally.statuses.forEach((status, n) -> statuses.merge(status, n, Long::sum)));
        return new Seen(
                seconds,
                micros,
                tallies.stream().mapToLong(tally -> tally.bytes).sum(),
                statuses);
    }
}
