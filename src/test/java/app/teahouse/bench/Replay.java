package app.teahouse.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/** Sends the statements of pages in a bare JDBC loop, and through pgbench: no program can be faster on this database. */
final class Replay {
    private static final Path PGBENCH = Path.of("/usr/lib/postgresql/15/bin/pgbench");
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private final Program program;
    private final Options options;

    Replay(Program program, Options options) {
        this.program = program;
        this.options = options;
    }

    /** What a page costs bare: {@code client} is the loop's own CPU, {@code pgbench} pages a second, or 0 where it was not run. */
    record Bare(int statements, double perSecond, double millis, double client, double postgres, double pgbench) {}

    Bare run(List<List<Sent>> requests) throws IOException {
        var load = new Load(options.atOnce());
        load.run(2, looping(requests));
        var usage = program.usage();
        var own = own();
        var seen = load.run(Math.max(2, options.seconds() / 2), looping(requests));
        var client = own() - own;
        var postgres = program.usage().since(usage).postgres();
        return new Bare(
                (int) Math.round(
                        requests.stream().mapToInt(List::size).average().orElse(0)),
                seen.perSecond(),
                seen.millis(0.5),
                client / 1e6 / seen.count(),
                (double) postgres / seen.count(),
                options.pgbench() && Files.isExecutable(PGBENCH) ? pgbench(requests) : 0);
    }

    private static long own() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime();
    }

    private Callable<Load.Turn> looping(List<List<Sent>> requests) {
        return () -> {
            var database = program.connect();
            database.setReadOnly(true);
            database.setAutoCommit(false);
            var prepared = new ArrayList<List<PreparedStatement>>();
            for (var request : requests) {
                var statements = new ArrayList<PreparedStatement>();
                for (var sent : request) {
                    statements.add(prepare(database, sent));
                }
                prepared.add(statements);
            }
            return (n, tally) -> {
                var from = System.nanoTime();
                var bytes = once(database, prepared.get((int) (n % prepared.size())));
                tally.add(System.nanoTime() - from, new Line.Answer(200, bytes));
            };
        };
    }

    /** Values go without a type, and PostgreSQL infers what the program said. */
    private static PreparedStatement prepare(Connection database, Sent sent) throws SQLException {
        var statement = database.prepareStatement(sent.jdbc());
        for (var i = 0; i < sent.values().size(); i++) {
            statement.setObject(i + 1, sent.values().get(i), Types.OTHER);
        }
        return statement;
    }

    /** Reads every column of every row, as the program must. */
    private static long once(Connection database, List<PreparedStatement> statements) throws SQLException {
        var bytes = 0L;
        for (var statement : statements) {
            try (var rows = statement.executeQuery()) {
                var columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (var column = 1; column <= columns; column++) {
                        var value = rows.getString(column);
                        bytes += value == null ? 0 : value.length();
                    }
                }
            }
        }
        database.commit();
        return bytes;
    }

    private double pgbench(List<List<Sent>> requests) throws IOException {
        var access = program.access();
        var command = new ArrayList<>(
                List.of(PGBENCH.toString(), "-n", "-M", "prepared", "-c", "" + options.atOnce(), "-j", "2", "-T", "4"));
        command.addAll(List.of("-h", "127.0.0.1", "-p", access.getProperty("port"), "-U", "teahouse"));
        var folder = Files.createTempDirectory(program.data(), "pgbench");
        for (var n = 0; n < requests.size(); n++) {
            var script = new StringBuilder("begin read only;\n");
            requests.get(n).forEach(sent -> script.append(sent.literal()).append(";\n"));
            command.add("-f");
            command.add(Files.writeString(folder.resolve(n + ".sql"), script.append("commit;\n"))
                    .toString());
        }
        command.add("teahouse");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", access.getProperty("password"));
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        var tps = TPS.matcher(said);
        if (!tps.find()) {
            System.err.println(said);
            return 0;
        }
        return Double.parseDouble(tps.group(1));
    }
}
