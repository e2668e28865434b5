package app.teahouse.bench;

import com.google.errorprone.annotations.FormatMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes the figures as Markdown. */
final class Report {
    private final StringBuilder text = new StringBuilder();

    static String of(Options options, List<Figures> runs, String load) throws IOException {
        var report = new Report();
        report.machine(options, load);
        report.pages(runs);
        report.bare(runs);
        report.writes(runs);
        report.starts(runs);
        report.text.append(Budgets.of(options, runs));
        return report.text.toString();
    }

    private void machine(Options options, String load) throws IOException {
        var processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .map(line -> line.replaceAll(".*:\\s*", ""))
                .orElse("unknown");
        text.append("# What Teahouse costs\n\n");
        line(
                "%d cores (%s), JDK %s, %d at once, %d s a page, %,d members. Load of the machine before: %s.",
                Runtime.getRuntime().availableProcessors(),
                processor,
                Runtime.version(),
                options.atOnce(),
                options.seconds(),
                options.members(),
                load);
        line(
                "CPU is in milliseconds a request; \"compiling\" is the part of the program's that its JIT compilers took.");
        line(
                "p50 and p99 are read twice: %d at once, and alone, which is one client at a time. Alone is how long somebody waits; at once"
                        + " is how the machine bears being full, and CPU what it can do in all. Latency budgets are read alone.",
                options.atOnce());
        line("The generator of the load shares the machine, so requests/s are those of a machine that is not alone.");
    }

    private void pages(List<Figures> runs) {
        head(
                "Pages",
                "posts",
                "page",
                "as",
                "requests/s",
                "p50 ms",
                "p99 ms",
                "alone p50 ms",
                "p99 ms",
                "program CPU",
                "compiling",
                "PostgreSQL CPU",
                "bytes");
        for (var run : runs) {
            run.pages.forEach(row -> row(run, row, alone(row)));
        }
    }

    private static String alone(Figures.Row row) {
        var alone = row.alone();
        return alone == null
                ? "– | – | "
                : String.format(Locale.ROOT, "%.2f | %.2f | ", alone.millis(0.5), alone.millis(0.99));
    }

    private void row(Figures run, Figures.Row row, String alone) {
        var seen = row.seen();
        line(
                "| %,d | %s | %s | %,.0f | %.2f | %.2f | %s%.2f | %.2f | %.2f | %,d |%s",
                run.posts,
                row.name(),
                row.as(),
                seen.perSecond(),
                seen.millis(0.5),
                seen.millis(0.99),
                alone,
                row.program(),
                row.compiling(),
                row.postgres(),
                seen.count() == 0 ? 0 : seen.bytes() / seen.count(),
                row.isWhole() ? "" : " answers: " + seen.faults());
    }

    private void bare(List<Figures> runs) {
        head(
                "The limit: the same statements in a bare JDBC loop",
                "posts",
                "page",
                "as",
                "statements",
                "pages/s",
                "p50 ms",
                "client CPU",
                "PostgreSQL CPU",
                "pgbench pages/s");
        for (var run : runs) {
            for (var row : run.pages) {
                var bare = row.bare();
                if (bare != null) {
                    line(
                            "| %,d | %s | %s | %d | %,.0f | %.2f | %.2f | %.2f | %s |",
                            run.posts,
                            row.name(),
                            row.as(),
                            bare.statements(),
                            bare.perSecond(),
                            bare.millis(),
                            bare.client(),
                            bare.postgres(),
                            bare.pgbench() == 0 ? "–" : "%,.0f".formatted(bare.pgbench()));
                }
            }
        }
    }

    private void writes(List<Figures> runs) {
        head(
                "Writing",
                "posts",
                "what",
                "as",
                "writes/s",
                "p50 ms",
                "p99 ms",
                "program CPU",
                "compiling",
                "PostgreSQL CPU",
                "bytes");
        for (var run : runs) {
            run.writes.forEach(row -> row(run, row, ""));
        }
    }

    private void starts(List<Figures> runs) {
        head(
                "Start and memory",
                "posts",
                "first start s",
                "later starts s",
                "idle MiB: program",
                "PostgreSQL",
                "after work MiB: program",
                "PostgreSQL");
        for (var run : runs) {
            line(
                    "| %,d | %s | %s | %s | %s | %d | %d |",
                    run.posts,
                    run.firstStart == 0 ? "–" : seconds(run.firstStart),
                    String.join(
                            ", ", run.laterStarts.stream().map(Report::seconds).toList()),
                    run.idleProgram == 0 ? "–" : run.idleProgram / 1024,
                    run.idleProgram == 0 ? "–" : run.idlePostgres / 1024,
                    run.workedProgram / 1024,
                    run.workedPostgres / 1024);
        }
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f", millis / 1000.0);
    }

    private void head(String title, String... columns) {
        text.append("\n## ")
                .append(title)
                .append("\n\n| ")
                .append(String.join(" | ", columns))
                .append(" |\n");
        text.append("|---".repeat(columns.length)).append("|\n");
    }

    @FormatMethod
    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
