package app.teahouse.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
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
        settle();
        var usage = program.usage();
        var own = own();
        var seen = load.run(Math.max(2, options.seconds() / 2), looping(requests));
        var client = own() - own;
        settle();
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

    /** What ends counts in nobody's account until the server has noticed. */
    private static void settle() {
        Pause.millis(500);
    }

    private static long own() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime();
    }

    /** As the program does, each connection prepares a statement once, whatever its values. */
    private Load.Maker looping(List<List<Sent>> requests) {
        return atTheEnd -> {
            var database = program.connect();
            atTheEnd.add(database);
            database.setReadOnly(true);
            database.setAutoCommit(false);
            var prepared = new HashMap<String, PreparedStatement>();
            for (var sent : requests.stream().flatMap(List::stream).toList()) {
                if (!prepared.containsKey(sent.jdbc())) {
                    prepared.put(sent.jdbc(), database.prepareStatement(sent.jdbc()));
                }
            }
            return (n, tally) -> {
                var from = System.nanoTime();
                var bytes = 0L;
                for (var sent : requests.get((int) (n % requests.size()))) {
                    bytes += once(Objects.requireNonNull(prepared.get(sent.jdbc())), sent);
                }
                database.commit();
                tally.add(System.nanoTime() - from, new Line.Answer(200, bytes));
            };
        };
    }

    /**
     * Values go without a type, and PostgreSQL infers what the program said. Every column of every row is read, as the program must.
     */
    private static long once(PreparedStatement statement, Sent sent) throws SQLException {
        for (var i = 0; i < sent.values().size(); i++) {
            statement.setObject(i + 1, sent.values().get(i), Types.OTHER);
        }
        var bytes = 0L;
        try (var rows = statement.executeQuery()) {
            var columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (var column = 1; column <= columns; column++) {
                    var value = rows.getString(column);
                    bytes += value == null ? 0 : value.length();
                }
            }
        }
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
