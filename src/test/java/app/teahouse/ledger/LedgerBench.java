package app.teahouse.ledger;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.postgres.EmbeddedPostgres;
import app.teahouse.postgres.RunningPostgres;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/**
 * How many transfers a second the ledger moves, and what one costs: a sale of three transfers in one transaction, on a durable database,
 * to one hot circle and to a thousand. Run by {@code bin/bench ledger}.
 */
final class LedgerBench {
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final UUID WAY = new UUID(0, 5);
    private static final int THREADS = 8;

    private LedgerBench() {}

    static void main(String[] arguments) throws Exception {
        var seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15;
        var folder = Files.createTempDirectory("ledger-bench");
        try (var postgres = EmbeddedPostgres.in(folder)
                        .binariesIn(Path.of("target/postgres"))
                        .start();
                var ground = new LedgerGround(postgres, THREADS)) {
            LedgerGround.createTables(postgres);
            var one = new CircleId(Ids.next());
            var many = new ArrayList<CircleId>();
            for (var n = 0; n < 1_000; n++) {
                many.add(new CircleId(Ids.next()));
            }
            run(ground, postgres, 5, _ -> one);
            System.out.println(
                    "| accounts | transfers/s | p50 ms a sale | p99 ms | program CPU-ms a transfer | PostgreSQL CPU-ms a transfer |");
            System.out.println("|---|---|---|---|---|---|");
            System.out.println("| one hot circle | " + run(ground, postgres, seconds, _ -> one));
            System.out.println("| a thousand circles | "
                    + run(ground, postgres, seconds, n -> many.get((int) (n % many.size()))));
            var proof = ground.bean(Prove.class).prove(one, Instant.now());
            System.out.println(
                    "proven: " + proof.transfers() + " transfers of the hot circle, faults " + proof.faults());
        }
    }

    private static String run(LedgerGround ground, RunningPostgres postgres, int seconds, LongFunction<CircleId> circle)
            throws Exception {
        var next = new AtomicLong();
        var times = Collections.synchronizedList(new ArrayList<Long>());
        var until = System.nanoTime() + seconds * 1_000_000_000L;
        var own = ownCpu();
        var theirs = postgresCpu(postgres.pid());
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < THREADS; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                while (System.nanoTime() < until) {
                    var begun = System.nanoTime();
                    var cause = Ids.next();
                    ground.post(circle.apply(next.incrementAndGet()), cause, sale(cause));
                    times.add(System.nanoTime() - begun);
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }
        var sorted = times.stream().sorted().toList();
        var transfers = 3.0 * sorted.size();
        return "%,.0f | %.2f | %.2f | %.3f | %.3f |"
                .formatted(
                        transfers / seconds,
                        sorted.get(sorted.size() / 2) / 1e6,
                        sorted.get(sorted.size() * 99 / 100) / 1e6,
                        (ownCpu() - own) / 1e6 / transfers,
                        (postgresCpu(postgres.pid()) - theirs) * 10 / transfers);
    }

    private static List<Transfer> sale(UUID cause) {
        return List.of(
                transfer(
                        cause,
                        "paid",
                        Purse.of(Purpose.COLLECTED, WAY),
                        Purse.of(Purpose.RECEIVED),
                        9900,
                        Reason.CHECKOUT_PAID),
                transfer(cause, "sale", Purse.of(Purpose.RECEIVED), Purse.of(Purpose.HELD), 9405, Reason.SALE),
                transfer(cause, "fee", Purse.of(Purpose.RECEIVED), Purse.of(Purpose.SITE_FEE), 495, Reason.FEE));
    }

    private static Transfer transfer(UUID cause, String step, Purse from, Purse to, long minor, Reason reason) {
        return new Transfer(TransferId.of(cause, step), from, to, new Money(minor, CNY), reason);
    }

    private static double ownCpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** Ticks of 10 ms of the server and of all that it started, dead or alive. */
    private static double postgresCpu(long pid) throws IOException {
        var ticks = 0.0;
        var all = new ArrayList<ProcessHandle>();
        ProcessHandle.of(pid).ifPresent(server -> {
            all.add(server);
            server.descendants().forEach(all::add);
        });
        for (var process : all) {
            var file = Path.of("/proc", String.valueOf(process.pid()), "stat");
            if (Files.exists(file)) {
                var stat = Files.readString(file);
                var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                ticks += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            }
        }
        return ticks;
    }
}
