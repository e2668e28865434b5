package app.teahouse.browser;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program as somebody starts it for the first time: in a process and a folder of its own, with nobody in it. */
record BareSite(Process process, Path data, String url, String setUp) implements AutoCloseable {
    private static final Pattern SET_UP = Pattern.compile("http://\\S+/setup\\?code=\\S+");

    static BareSite start() throws IOException {
        var data = Files.createTempDirectory("teahouse-bare");
        var url = "http://localhost:" + freePort();
        var process = new ProcessBuilder(command(data, url))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        var out = process.inputReader();
        var setUp = said(out);
        Thread.ofVirtual().start(() -> listen(out));
        return new BareSite(process, data, url, setUp);
    }

    private static java.util.List<String> command(Path data, String url) {
        return Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx384m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        withoutTests(),
                        "app.teahouse.Teahouse",
                        "--server.address=127.0.0.1",
                        "--server.port=" + url.substring(url.lastIndexOf(':') + 1),
                        "--teahouse.url=" + url,
                        "--teahouse.data=" + data)
                .toList();
    }

    /** The program's own classes and libraries: parts made for tests would be found beside its own. */
    private static String withoutTests() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The address that only who started the program sees. It is said once the site can be reached. */
    private static String said(BufferedReader out) throws IOException {
        var before = new StringBuilder();
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            var found = SET_UP.matcher(line);
            if (found.find()) {
                return found.group();
            }
            before.append(line).append('\n');
        }
        throw new AssertionError("The program ended without a set-up code:\n" + before);
    }

    private static void listen(BufferedReader out) {
        try {
            out.lines().forEach(System.out::println);
        } catch (UncheckedIOException e) {
            // It has ended.
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        try (var files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
