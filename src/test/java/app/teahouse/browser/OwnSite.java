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
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The program as somebody starts it for the first time: in a process and a folder of its own.
 *
 * @param invitation the address that it prints for who started it
 */
record OwnSite(Process process, Path data, String url, String invitation) implements AutoCloseable {

    /** A site with nobody in it; the invitation makes one its operator. */
    static OwnSite bare() throws IOException {
        return start("http://\\S+/setup\\?code=\\S+", "");
    }

    /** A site full of made-up people; the invitation is where one signs in as one of them. */
    static OwnSite demo() throws IOException {
        return start("http://\\S+/sign-in", "--teahouse.demo=true");
    }

    private static OwnSite start(String invitation, String option) throws IOException {
        var data = Files.createTempDirectory("teahouse-own");
        var url = "http://localhost:" + freePort();
        var process = new ProcessBuilder(command(data, url, option))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        var out = process.inputReader();
        var said = said(out, Pattern.compile(invitation));
        Thread.ofVirtual().start(() -> listen(out));
        return new OwnSite(process, data, url, said);
    }

    private static List<String> command(Path data, String url, String option) {
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
                        "--teahouse.data=" + data,
                        option)
                .filter(word -> !word.isEmpty())
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

    /** It is said once the site can be reached. */
    private static String said(BufferedReader out, Pattern invitation) throws IOException {
        var before = new StringBuilder();
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            var found = invitation.matcher(line);
            if (found.find()) {
                return found.group();
            }
            before.append(line).append('\n');
        }
        throw new AssertionError("The program ended before it invited anybody:\n" + before);
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
