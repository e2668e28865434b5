package app.teahouse.paths;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts another post in the place of one that a member does not wish to read. It does not come again. */
@Component
class SwapStop {
    private final Db db;
    private final Clock clock;
    private final Candidates candidates;
    private final Stops stops;

    SwapStop(Db db, Clock clock, Candidates candidates, Stops stops) {
        this.db = db;
        this.clock = clock;
        this.candidates = candidates;
        this.stops = stops;
    }

    private record Row(
            UUID post,
            long number,
            int position,
            int minutes,
            @Nullable Long series,
            int place) {}

    /** @throws Refusal {@code path.nothing-else} if nothing fits into the time; the path stays as it is */
    @Transactional
    void swap(Member member, long number) {
        var minutes = db.sql(
                        "select minutes from paths.path where circle_id = :circle and account_id = :account for update")
                .with("circle", member.circle())
                .with("account", member.account())
                .maybe(Integer.class)
                .orElseThrow(SwapStop::unknown);
        var all = rows(member);
        var old = all.stream().filter(row -> row.number() == number).findFirst().orElseThrow(SwapStop::unknown);
        var kept = all.stream().map(Row::post).collect(Collectors.toSet());
        var others = all.stream()
                .filter(row -> !row.equals(old))
                .mapToInt(row -> row.minutes() + Choose.TURNING)
                .sum();
        var now = clock.instant();
        var worths = Appraise.all(candidates.of(member), now);
        var present = worths.keySet().stream()
                .filter(post -> kept.contains(post.post()) && !post.post().equals(old.post()))
                .toList();
        worths.keySet().removeIf(post -> kept.contains(post.post()));
        var next =
                Choose.best(minutes - others, worths, present).orElseThrow(() -> Refusal.conflict("path.nothing-else"));
        stops.pass(member, old.post(), now);
        stops.add(member, next, old.position());
        inOrder(member);
    }

    private static Refusal unknown() {
        return Refusal.notFound("path.stop-unknown");
    }

    private List<Row> rows(Member member) {
        return db.sql("""
                select s.post_id, p.number, s.position, s.minutes, s.series, s.place
                  from paths.stop s
                  join content.post p on p.circle_id = s.circle_id and p.post_id = s.post_id
                 where s.circle_id = :circle and s.account_id = :account
                 order by s.position
                """)
                .with("circle", member.circle())
                .with("account", member.account())
                .all((row, n) -> new Row(
                        Db.uuid(row, 1),
                        row.getLong(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getObject(5, Long.class),
                        row.getInt(6)));
    }

    /** The parts of one column share the positions they have, in the column's order. */
    private void inOrder(Member member) {
        var columns =
                rows(member).stream().filter(row -> row.series() != null).collect(Collectors.groupingBy(Row::series));
        for (var parts : columns.values()) {
            var positions = parts.stream().map(Row::position).toList();
            var sorted = parts.stream().sorted(Comparator.comparing(Row::place)).toList();
            for (var i = 0; i < sorted.size(); i++) {
                if (sorted.get(i).position() != positions.get(i)) {
                    move(member, sorted.get(i).post(), positions.get(i));
                }
            }
        }
    }

    private void move(Member member, UUID post, int position) {
        db.sql("""
                update paths.stop
                   set position = :position
                 where circle_id = :circle and account_id = :account and post_id = :post
                """)
                .with("circle", member.circle())
                .with("account", member.account())
                .with("post", post)
                .with("position", position)
                .run();
    }
}
