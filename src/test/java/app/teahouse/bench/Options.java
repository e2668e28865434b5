package app.teahouse.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked for on the command line. */
record Options(
        List<Long> posts,
        long members,
        int circles,
        int seconds,
        int warmUp,
        int atOnce,
        int idle,
        List<String> pages,
        boolean pgbench,
        @Nullable Path keep,
        @Nullable Path profile) {

    private static final String HELP = """
            bin/bench [options]      measures the packaged program on generated data; the table goes to target/bench.md too

              --posts N,N…       sizes of the circle, one run each; at first 1000,1000000
              --members N        its members; at first 10000
              --circles N        small circles of the readers, for home; at first 200
              --seconds N        how long each page is measured; at first 8
              --warm-up N        how long all pages are asked for before; at first 20
              --at-once N        how many ask at the same time; at first 4
              --idle N           how long the program rests before its memory is read; at first 60, 0 leaves it out
              --pages WORDS      some of: feed, post, home, members, review, search, suggestions, start, writes; with commas
              --pgbench          replays the statements through Debian's pgbench, too
              --keep DIR         keeps the generated data there, and uses what an earlier run left
              --profile DIR      records each page with the JDK's flight recorder; costs a few percent

            The data is the same at each run. Other work on the machine spoils the figures: run it alone.
            """;

    static Options of(String[] arguments) {
        var given = new java.util.ArrayList<>(List.of(arguments));
        if (given.contains("--help") || given.contains("-h")) {
            System.out.print(HELP);
            System.exit(0);
        }
        var pgbench = given.remove("--pgbench");
        var options = new Options(
                numbers(take(given, "--posts", "1000,1000000")),
                Long.parseLong(take(given, "--members", "10000")),
                Integer.parseInt(take(given, "--circles", "200")),
                Integer.parseInt(take(given, "--seconds", "8")),
                Integer.parseInt(take(given, "--warm-up", "20")),
                Integer.parseInt(take(given, "--at-once", "4")),
                Integer.parseInt(take(given, "--idle", "60")),
                List.of(take(given, "--pages", "feed,post,home,members,review,search,suggestions,writes")
                        .split(",")),
                pgbench,
                folder(take(given, "--keep", "")),
                folder(take(given, "--profile", "")));
        if (!given.isEmpty()) {
            System.err.println(
                    "bin/bench does not know " + String.join(" ", given) + "; bin/bench --help lists all options.");
            System.exit(2);
        }
        return options;
    }

    private static String take(List<String> given, String option, String otherwise) {
        var at = given.indexOf(option);
        if (at < 0 || at + 1 >= given.size()) {
            return otherwise;
        }
        given.remove(at);
        return given.remove(at);
    }

    private static List<Long> numbers(String text) {
        return Arrays.stream(text.split(",")).map(Long::valueOf).toList();
    }

    private static @Nullable Path folder(String text) {
        return text.isEmpty() ? null : Path.of(text).toAbsolutePath();
    }
}
