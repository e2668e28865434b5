package app.teahouse.browser;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;

/** The packaged program with demo data in a folder of its own, which is gone afterwards. */
record DemoServer(Process process, Path data, String url) implements AutoCloseable {

    static DemoServer start() throws IOException, InterruptedException {
        var look = Path.of(System.getProperty("look.folder"));
        Files.createDirectories(look);
        var data = Files.createTempDirectory("teahouse-look");
        var port = freePort();
        var said = look.resolve("server.log").toFile();
        var process = new ProcessBuilder(
                        System.getProperty("look.run"), "--demo", "--port", "" + port, "--data", data.toString())
                .redirectErrorStream(true)
                .redirectOutput(said)
                .start();
        var server = new DemoServer(process, data, "http://localhost:" + port);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        System.out.println("Starting the demo at " + server.url() + " ...");
        if (!server.isReady()) {
            System.err.println("The demo does not start; " + said + " tells why.");
            System.exit(1);
        }
        return server;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Asks until it answers; building may come first, so only its end is a limit. */
    private boolean isReady() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var question = HttpRequest.newBuilder(URI.create(url)).build();
            while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
                try {
                    client.send(question, BodyHandlers.discarding());
                    return true;
                } catch (IOException e) {
                    // Not yet.
                }
            }
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        if (Files.notExists(data)) {
            return;
        }
        try (var files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            System.err.println("Left behind: " + data);
        }
    }
}
