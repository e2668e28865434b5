package app.teahouse.bench;

import com.google.errorprone.annotations.FormatMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Measures the packaged program on data of several sizes. {@code bin/bench} calls it. */
final class Bench {
    private static final Path OUT = Path.of(System.getProperty("bench.out"));
    private static final Path LOG = OUT.resolve("bench.log");

    private final Options options;
    private final Load load;

    private Bench(Options options) {
        this.options = options;
        this.load = new Load(options.atOnce());
    }

    static void main(String[] arguments) throws Exception {
        var options = Options.of(arguments);
        var before = Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        Files.deleteIfExists(LOG);
        var runs = new ArrayList<Figures>();
        for (var posts : options.posts()) {
            runs.add(new Bench(options).run(posts, posts.equals(options.posts().getLast())));
        }
        var report = Report.of(options, runs, before);
        Files.writeString(OUT.resolve("bench.md"), report);
        System.out.println(report);
    }

    private Figures run(long posts, boolean isLast) throws IOException, SQLException {
        var figures = new Figures(posts);
        var data = options.keep() == null
                ? Files.createTempDirectory("teahouse-bench")
                : options.keep().resolve("posts-" + posts);
        try {
            fill(figures, data);
            for (var more = isLast ? 2 : 0; more > 0; more--) {
                try (var program = Program.start(data, LOG)) {
                    figures.laterStarts.add(program.startMillis());
                }
            }
            try (var program = Program.start(data, LOG)) {
                figures.laterStarts.add(program.startMillis());
                if (isLast && options.idle() > 0) {
                    rest(program, figures);
                }
                measure(program, figures);
            }
        } finally {
            if (options.keep() == null) {
                delete(data);
            }
        }
        return figures;
    }

    private void fill(Figures figures, Path data) throws IOException, SQLException {
        var filled = data.resolve("bench.filled");
        if (Files.exists(filled)) {
            return;
        }
        Program.write(data, "max_wal_size = 4GB\nmaintenance_work_mem = 256MB\nshared_buffers = 256MB\n");
        try (var program = Program.start(data, LOG)) {
            figures.firstStart = program.startMillis();
            say("Writing %,d posts ...", figures.posts);
            new Dataset(program, options, figures.posts).fill();
        }
        Program.write(data, "");
        Files.createFile(filled);
    }

    private void rest(Program program, Figures figures) throws IOException {
        say("Resting %d s ...", options.idle());
        Pause.millis(options.idle() * 1_000L);
        figures.idleProgram = Usage.memoryAlone(program.handle());
        figures.idlePostgres = Usage.memory(program.postgres());
    }

    private void measure(Program program, Figures figures) throws IOException, SQLException {
        var readers = new Dataset(program, options, figures.posts).readers();
        var pages = new ArrayList<KeyPage>();
        for (var page : KeyPage.all(readers, figures.posts)) {
            if (options.pages().contains(page.name()) && answers(program, page.title(), page.next(0))) {
                pages.add(page);
            }
        }
        warmUp(program, pages);
        for (var page : pages) {
            say("%,d posts: %s", figures.posts, page.title());
            figures.pages.add(
                    measure(program, page.name(), page.as(), page::next).with(alone(program, page)));
        }
        replay(program, pages, figures);
        if (options.pages().contains("writes")) {
            for (var writes : Writes.all(readers, figures.posts)) {
                say("%,d posts: writing a %s", figures.posts, writes.name());
                if (answers(
                        program, "writing a " + writes.name(), writes.source().next(0))) {
                    figures.writes.add(measure(program, writes.name(), "JSON", writes.source()));
                }
            }
        }
        figures.workedProgram = Usage.memoryAlone(program.handle());
        figures.workedPostgres = Usage.memory(program.postgres());
    }

    /** A page that is refused would look fast. */
    private static boolean answers(Program program, String what, Request request) throws IOException {
        try (var line = new Line(program.port())) {
            var status = line.send(request.bytes()).status();
            if (status >= 300) {
                say("Left out: %s answers %d", what, status);
            }
            return status < 300;
        }
    }

    /** All pages by turns, so that none is measured while the program still compiles what they share. */
    private void warmUp(Program program, List<KeyPage> pages) throws IOException {
        if (!pages.isEmpty()) {
            say("Warming up ...");
            load.ask(
                    program.port(),
                    options.warmUp(),
                    n -> pages.get((int) (n % pages.size())).next(n / pages.size()));
        }
    }

    private Figures.Row measure(Program program, String name, String as, Load.Source source) throws IOException {
        load.ask(program.port(), Math.max(2, options.seconds() / 3), source);
        try (var _ = Profile.of(options, program, name + "-" + as)) {
            var before = program.usage();
            var seen = load.ask(program.port(), options.seconds(), source);
            return new Figures.Row(name, as, seen, program.usage().since(before), null, null);
        }
    }

    /** One at a time: how long somebody waits, whatever the machine could do besides. */
    private Load.Seen alone(Program program, KeyPage page) throws IOException {
        return new Load(1).ask(program.port(), Math.max(2, options.seconds() / 2), page::next);
    }

    private void replay(Program program, List<KeyPage> pages, Figures figures) throws IOException {
        var sent = new Capture(program).of(pages);
        var replay = new Replay(program, options);
        for (var i = 0; i < pages.size(); i++) {
            if (sent.get(i).stream().anyMatch(request -> !request.isEmpty())) {
                say("%,d posts: %s, bare", figures.posts, pages.get(i).title());
                try {
                    figures.pages.set(i, figures.pages.get(i).with(replay.run(sent.get(i))));
                } catch (IOException e) {
                    say("Not replayed: %s", e.getMessage());
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @FormatMethod
    private static void say(String format, Object... values) {
        System.err.println(String.format(format, values));
    }
}
