package app.teahouse.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The packaged program, started as {@code bin/run} starts it, on a data folder of the bench. */
final class Program implements AutoCloseable {
    private final Path data;
    private final int port;
    private final Process process;
    private final long startMillis;

    private Program(Path data, int port, Process process, long startMillis) {
        this.data = data;
        this.port = port;
        this.process = process;
        this.startMillis = startMillis;
    }

    /** Started is when it answers: a person waits no less. */
    static Program start(Path data, Path log) throws IOException {
        var port = freePort();
        var app = System.getProperty("bench.app");
        var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(List.of(System.getProperty("bench.settings").split(" ")));
        command.addAll(List.of(
                "-XX:AOTCache=" + app + "/teahouse.aot",
                "-jar",
                app + "/teahouse.jar",
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--teahouse.data=" + data,
                "--teahouse.url=http://localhost:" + port));
        var from = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        awaitAnswer(process, port, log);
        return new Program(data, port, process, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from));
    }

    private static void awaitAnswer(Process process, int port, Path log) throws IOException {
        while (process.isAlive()) {
            if (isListening(port)) {
                try (var line = new Line(port)) {
                    line.send(Request.get("/", "").bytes());
                    return;
                }
            }
            Pause.millis(10);
        }
        throw new IOException("The program does not start; " + log + " tells why.");
    }

    private static boolean isListening(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    long startMillis() {
        return startMillis;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    ProcessHandle postgres() throws IOException {
        var lines = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElseThrow();
    }

    Usage usage() throws IOException {
        return Usage.of(handle(), postgres());
    }

    Path data() {
        return data;
    }

    /** A connection of our own, as the program's role, with the program's driver settings. */
    Connection connect() throws SQLException, IOException {
        var access = access();
        access.setProperty("prepareThreshold", "3");
        access.setProperty("ApplicationName", "bench");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + access.getProperty("port") + "/teahouse", access);
    }

    Properties access() throws IOException {
        var access = new Properties();
        try (var file = Files.newBufferedReader(data.resolve("postgres.access"))) {
            access.load(file);
        }
        return access;
    }

    /** The operator's own settings of PostgreSQL, taken up without a new start. */
    void set(String settings) throws IOException {
        write(data, settings);
        run("kill", "-HUP", String.valueOf(postgres().pid()));
        Pause.millis(300);
    }

    static void write(Path data, String settings) throws IOException {
        Files.createDirectories(data);
        Files.writeString(data.resolve("postgres.conf"), settings);
    }

    static void run(String... command) throws IOException {
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
