package app.teahouse.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Holds the figures against the budgets of ARCHITECTURE.md. */
final class Budgets {
    private final int atOnce;
    private final List<String> lines = new ArrayList<>();

    private Budgets(int atOnce) {
        this.atOnce = atOnce;
    }

    static String of(Options options, List<Figures> runs) {
        var budgets = new Budgets(options.atOnce());
        for (var run : runs) {
            budgets.feed(run);
            budgets.search(run);
        }
        if (runs.size() > 1) {
            budgets.growth(runs.getFirst(), runs.getLast());
        }
        budgets.startAndRest(runs.getLast());
        return "\n## Budgets\n\n| budget | allowed | measured | |\n|---|---|---|---|\n"
                + String.join("", budgets.lines);
    }

    private void feed(Figures run) {
        var feed = run.page("feed", "page");
        if (feed != null && feed.isWhole()) {
            var posts = String.format(Locale.ROOT, " (%,d posts)", run.posts);
            line("feed of 20 posts: CPU-ms in the program" + posts, 1.0, feed.program());
            line("feed of 20 posts: CPU-ms in PostgreSQL" + posts, 0.5, feed.postgres());
        }
    }

    private void search(Figures run) {
        var search = run.page("search", "JSON");
        if (search != null && search.isWhole()) {
            var posts = String.format(Locale.ROOT, " (%,d posts)", run.posts);
            var together = atOnce + " at once" + posts;
            if (search.alone() != null) {
                line(
                        "search: ms, half of them, one at a time" + posts,
                        20,
                        search.alone().millis(0.5));
                line(
                        "search: ms, 99 of 100, one at a time" + posts,
                        100,
                        search.alone().millis(0.99));
            }
            line("search: ms, half of them, " + together, 20, search.seen().millis(0.5));
            line("search: ms, 99 of 100, " + together, 100, search.seen().millis(0.99));
        }
    }

    /** Of each page, both sides together, as the machine is paid for both. */
    private void growth(Figures small, Figures large) {
        for (var row : large.pages) {
            var before = small.page(row.name(), row.as());
            if (before != null && before.isWhole() && row.isWhole()) {
                line(
                        String.format(
                                Locale.ROOT,
                                "%s (%s): CPU at %,d posts ÷ at %,d",
                                row.name(),
                                row.as(),
                                large.posts,
                                small.posts),
                        1.3,
                        (row.program() + row.postgres()) / (before.program() + before.postgres()));
            }
        }
    }

    private void startAndRest(Figures run) {
        var starts = run.laterStarts.stream().sorted().toList();
        if (!starts.isEmpty()) {
            line("start on existing data, s (the middle one)", 4, starts.get(starts.size() / 2) / 1000.0);
        }
        if (run.idleProgram > 0) {
            line("memory at rest, MiB", 350, (run.idleProgram + run.idlePostgres) / 1024.0);
        }
    }

    private void line(String budget, double allowed, double measured) {
        lines.add(String.format(
                Locale.ROOT,
                "| %s | ≤ %.1f | %.2f | %s |%n",
                budget,
                allowed,
                measured,
                measured <= allowed
                        ? "met"
                        : String.format(Locale.ROOT, "missed by %.0f %%", (measured / allowed - 1) * 100)));
    }
}
