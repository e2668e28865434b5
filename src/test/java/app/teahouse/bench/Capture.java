package app.teahouse.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Learns which statements pages send, by asking for them while PostgreSQL logs what it is asked. */
final class Capture {
    private static final int REQUESTS = 8;

    private final Program program;
    private final Path log;

    Capture(Program program) {
        this.program = program;
        this.log = program.data().resolve("postgres.log");
    }

    /** For each page, what each of a few requests sends. */
    List<List<List<Sent>>> of(List<KeyPage> pages) throws IOException {
        program.set(Sent.SETTINGS);
        try (var line = new Line(program.port())) {
            var all = new ArrayList<List<List<Sent>>>();
            for (var page : pages) {
                all.add(of(page, line));
            }
            return all;
        } finally {
            program.set("");
        }
    }

    /** Each is asked for twice, as what is kept in memory for seconds only would be read by one request in thousands. */
    private List<List<Sent>> of(KeyPage page, Line line) throws IOException {
        var all = new ArrayList<List<Sent>>();
        for (var n = 0; n < REQUESTS; n++) {
            var request = page.next(n).bytes();
            if (line.send(request).status() >= 300) {
                return List.of();
            }
            Pause.millis(50);
            var from = Files.size(log);
            line.send(request);
            Pause.millis(50);
            all.add(Sent.in(since(from), "teahouse-web").stream()
                    .filter(sent -> !sent.isFrame())
                    .toList());
        }
        return all;
    }

    private String since(long from) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
