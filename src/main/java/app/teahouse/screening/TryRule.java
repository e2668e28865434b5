package app.teahouse.screening;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Id;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Scrutiny.Matter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tries a rule on what was said in the last thirty days, before it is switched on. A job looks; nothing becomes of what it finds. */
@Component
public class TryRule {
    static final Duration BACK = Duration.ofDays(30);

    private final Db db;
    private final Clock clock;
    private final Rules rules;

    TryRule(Db db, Clock clock, Rules rules) {
        this.db = db;
        this.clock = clock;
        this.rules = rules;
    }

    /** One of the first things a trial found; {@code writer} is null if they left. */
    public record Sample(
            @Nullable String writer,
            Matter matter,
            @Nullable String url,
            String excerpt,
            Instant at) {}

    /**
     * How far a trial came.
     *
     * @param stale whether the rule was changed since
     */
    public record TrialView(
            TrialId id, String state, long looked, long found, Instant askedAt, boolean stale, List<Sample> samples) {

        public boolean isRunning() {
            return state.equals("running");
        }
    }

    /** Where a walk through ids that begin with their time starts. */
    record Start(UUID value) implements Id {
        static Start at(Instant moment) {
            return new Start(new UUID((moment.toEpochMilli() << 16) | 0x7000L, Long.MIN_VALUE));
        }
    }

    /** A trial that runs is led on to; the index on those that run lets one of two at once in. */
    @Transactional
    public void begin(Partner partner, RuleId id) {
        var rule = rules.one(partner.circle(), id);
        if (rule.matters().equals(List.of(Matter.PROFILE))) {
            throw Refusal.conflict("screening.no-trial");
        }
        var now = clock.instant();
        db.sql("""
                insert into screening.trial (circle_id, trial_id, rule_id, state, matter, cursor_id, asked_by, asked_at)
                values (:circle, :id, :rule, 'running', 'post', :start, :by, :now)
                    on conflict (circle_id, rule_id) where state = 'running' do nothing
                """)
                .with("circle", partner.circle())
                .with("id", new TrialId(Ids.next()))
                .with("rule", id)
                .with("start", Start.at(now.minus(BACK)))
                .with("by", partner.account())
                .with("now", now)
                .run();
    }

    @Transactional
    public void stop(Partner partner, RuleId id) {
        db.sql("""
                update screening.trial
                   set state = 'stopped', ended_at = :now
                 where circle_id = :circle and rule_id = :rule and state = 'running'
                """)
                .with("circle", partner.circle())
                .with("rule", id)
                .with("now", clock.instant())
                .run();
    }

    /** The newest, if it was ever tried. */
    Optional<TrialView> last(CircleId circle, Rule rule, String slug) {
        return db.sql("""
                select trial_id, state, looked, found, asked_at
                  from screening.trial
                 where circle_id = :circle and rule_id = :rule
                 order by trial_id desc
                 limit 1
                """)
                .with("circle", circle)
                .with("rule", rule.id())
                .maybe((row, n) -> new TrialView(
                        new TrialId(Db.uuid(row, 1)),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        Db.instant(row, 5),
                        Db.instant(row, 5).isBefore(rule.changedAt()),
                        List.of()))
                .map(view -> new TrialView(
                        view.id(),
                        view.state(),
                        view.looked(),
                        view.found(),
                        view.askedAt(),
                        view.stale(),
                        samples(circle, view.id(), slug)));
    }

    private List<Sample> samples(CircleId circle, TrialId trial, String slug) {
        return db.sql("""
                select m.alias, s.matter, s.about_id, s.excerpt, s.at
                  from screening.sample s
                  left join members.membership m
                    on m.circle_id = s.circle_id and m.account_id = s.account_id and m.state = 'active'
                 where s.circle_id = :circle and s.trial_id = :trial
                 order by s.number
                """).with("circle", circle).with("trial", trial).all((row, n) -> {
            var matter = Db.constant(Matter.class, row.getString(2));
            return new Sample(
                    row.getString(1),
                    matter,
                    HitList.url(slug, matter, Db.uuid(row, 3)),
                    row.getString(4),
                    Db.instant(row, 5));
        });
    }
}
