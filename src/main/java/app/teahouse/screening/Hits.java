package app.teahouse.screening;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Id;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Scrutiny.Matter;
import app.teahouse.kernel.Scrutiny.Verdict;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What rules found: once for each rule and thing, with what staff thought of it. */
@Component
class Hits {
    private final Db db;

    Hits(Db db) {
        this.db = db;
    }

    /** A hit to be kept. */
    record Line(
            CircleId circle,
            RuleId rule,
            AccountId account,
            Matter matter,
            UUID about,
            Verdict verdict,
            String excerpt,
            Instant at) {}

    private record HitId(UUID value) implements Id {}

    /** In one order, so that two who write the same rules' hits do not wait for each other in a circle. */
    void keep(Collection<Line> lines) {
        lines.stream()
                .sorted((one, other) ->
                        one.rule().value().compareTo(other.rule().value()))
                .forEach(this::keep);
    }

    private void keep(Line line) {
        db.sql("""
                insert into screening.hit as h
                       (circle_id, hit_id, rule_id, account_id, matter, about_id, verdict, excerpt, at)
                select r.circle_id, :id, r.rule_id, :account, :matter, :about, :verdict, :excerpt, :at
                  from screening.rule r
                 where r.circle_id = :circle and r.rule_id = :rule
                    on conflict (circle_id, rule_id, about_id)
                       do update set verdict = excluded.verdict, excerpt = excluded.excerpt, at = excluded.at, outcome = null
                """)
                .with("circle", line.circle())
                .with("id", new HitId(Ids.next()))
                .with("rule", line.rule())
                .with("account", line.account())
                .with("matter", Db.name(line.matter()))
                .with("about", line.about())
                .with("verdict", Db.name(line.verdict()))
                .with("excerpt", line.excerpt())
                .with("at", line.at())
                .run();
    }

    private record Accepted(UUID rule, String excerpt) {}

    /** Leaves out what staff let through in this very thing before, in the same words. */
    List<Line> notAccepted(CircleId circle, UUID about, List<Line> lines) {
        var accepted = db
                .sql("""
                select rule_id, excerpt
                  from screening.hit
                 where circle_id = :circle and about_id = :about and outcome = 'disagreed'
                """)
                .with("circle", circle)
                .with("about", about)
                .all((row, n) -> new Accepted(Db.uuid(row, 1), row.getString(2)))
                .stream()
                .collect(Collectors.toSet());
        return lines.stream()
                .filter(line -> !accepted.contains(new Accepted(line.rule().value(), line.excerpt())))
                .toList();
    }

    void settle(CircleId circle, UUID about, boolean agreed) {
        db.sql("""
                update screening.hit
                   set outcome = :outcome
                 where circle_id = :circle and about_id = :about
                """)
                .with("circle", circle)
                .with("about", about)
                .with("outcome", agreed ? "agreed" : "disagreed")
                .run();
    }
}
