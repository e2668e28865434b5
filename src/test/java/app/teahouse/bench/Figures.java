package app.teahouse.bench;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that was measured in a run with one number of posts. */
final class Figures {
    final long posts;
    final List<Row> pages = new ArrayList<>();
    final List<Row> writes = new ArrayList<>();
    long firstStart;
    final List<Long> laterStarts = new ArrayList<>();
    long idleProgram;
    long idlePostgres;
    long workedProgram;
    long workedPostgres;

    Figures(long posts) {
        this.posts = posts;
    }

    /** One page or kind of writing; CPU in milliseconds a request. Alone is what somebody sees whom nobody else keeps waiting. */
    record Row(
            String name,
            String as,
            Load.Seen seen,
            Usage usage,
            Load.@Nullable Seen alone,
            Replay.@Nullable Bare bare) {

        double program() {
            return (double) usage.program() / seen.count();
        }

        double compiling() {
            return (double) usage.compiling() / seen.count();
        }

        double postgres() {
            return (double) usage.postgres() / seen.count();
        }

        Row with(Load.Seen oneAtATime) {
            return new Row(name, as, seen, usage, oneAtATime, bare);
        }

        Row with(Replay.Bare replayed) {
            return new Row(name, as, seen, usage, alone, replayed);
        }

        boolean isWhole() {
            return seen.count() > 0 && seen.faults().isEmpty();
        }
    }

    @Nullable
    Row page(String name, String as) {
        return pages.stream()
                .filter(row -> row.name().equals(name) && row.as().equals(as))
                .findFirst()
                .orElse(null);
    }
}
