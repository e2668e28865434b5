package app.teahouse.screening;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Id;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Scrutiny.Matter;
import app.teahouse.kernel.Scrutiny.Words;
import app.teahouse.kernel.Settings;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at what was said in the last thirty days by a rule that is tried, a few hundred texts at a time, the oldest first. */
@Component
class WorkTrials implements Job {
    private static final int BATCH = 250;

    /** Of a busier month the later part is not looked at. */
    static final long MOST = 50_000;

    private static final int MOST_SAMPLES = 20;

    private final Db db;
    private final Rules rules;
    private final SparedByTag spared;
    private final TransactionTemplate transaction;
    private final String ownHost;
    private final Cache<TrialId, Copies> copies = Caffeine.newBuilder()
            .maximumSize(4)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    WorkTrials(Db db, Rules rules, SparedByTag spared, TransactionTemplate transaction, Settings settings) {
        this.db = db;
        this.rules = rules;
        this.spared = spared;
        this.transaction = transaction;
        this.ownHost = settings.url().getHost();
    }

    @Override
    public String name() {
        return "screening.trials";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    private record Trial(
            CircleId circle,
            TrialId id,
            RuleId rule,
            Matter matter,
            UUID cursor,
            long looked,
            long found,
            Instant asked) {}

    /** Something that was said; {@code before} is how much of the same its writer had said till then, as far as the rule asks. */
    private record Said(
            UUID id, Matter matter, UUID author, Role role, String title, String text, Instant at, long before) {}

    private record At(UUID value) implements Id {}

    private record Look(Trial trial, Rule rule, Rulebook book, Copies known, Set<UUID> spared) {}

    @Override
    public boolean step(Instant now) {
        var next = db.sql("""
                select circle_id, trial_id, rule_id, matter, cursor_id, looked, found, asked_at
                  from screening.trial
                 where state = 'running'
                 order by asked_at, trial_id
                 limit 1
                """)
                .maybe((row, n) -> new Trial(
                        new CircleId(Db.uuid(row, 1)),
                        new TrialId(Db.uuid(row, 2)),
                        new RuleId(Db.uuid(row, 3)),
                        Db.constant(Matter.class, row.getString(4)),
                        Db.uuid(row, 5),
                        row.getLong(6),
                        row.getLong(7),
                        Db.instant(row, 8)));
        next.ifPresent(trial -> transaction.executeWithoutResult(_ -> work(trial, now)));
        return next.isPresent();
    }

    private void work(Trial trial, Instant now) {
        var rule = rule(trial);
        if (rule.isEmpty()) {
            end(trial, now);
            return;
        }
        var known = copies.getIfPresent(trial.id());
        if (known == null && trial.looked() > 0 && rule.get().kind().isAboutCopies()) {
            // What earlier steps knew is gone with the process they ran in.
            again(trial);
            return;
        }
        known = known == null ? new Copies() : known;
        copies.put(trial.id(), known);
        var texts = texts(trial, rule.get());
        var found = trial.found();
        var look = new Look(
                trial,
                rule.get(),
                Rulebook.of(0, List.of(rule.get())),
                known,
                spared.among(
                        trial.circle(),
                        rule.get(),
                        texts.stream().map(Said::author).toList()));
        for (var said : texts) {
            found += look(look, said, found);
        }
        advance(trial, texts, found, now);
    }

    private Optional<Rule> rule(Trial trial) {
        try {
            return Optional.of(rules.one(trial.circle(), trial.rule()));
        } catch (Refusal gone) {
            return Optional.empty();
        }
    }

    private List<Said> texts(Trial trial, Rule rule) {
        var since = rule.kind() == RuleKind.RATE ? 60L * rule.minutes() : 60L * 60 * 24 * 36_500;
        var statement = trial.matter() == Matter.POST ? db.sql("""
                        select p.post_id, case p.kind when 'homework' then 'homework' else 'post' end, p.author_id,
                               coalesce(m.role, 'member'), p.title, p.body, p.created_at,
                               (select count(*)
                                  from (select 1
                                          from content.post x
                                         where x.circle_id = p.circle_id and x.author_id = p.author_id and x.post_id < p.post_id
                                           and x.created_at > p.created_at - make_interval(secs => :since)
                                         limit :many) as earlier)
                          from content.post p
                          left join members.membership m
                            on m.circle_id = p.circle_id and m.account_id = p.author_id and m.state = 'active'
                         where p.circle_id = :circle and p.post_id > :cursor and p.author_id is not null
                           and p.state in ('live', 'apart', 'hidden')
                         order by p.post_id
                         limit :most
                        """) : db.sql("""
                        select c.comment_id, 'comment', c.author_id, coalesce(m.role, 'member'), '', c.body, c.made_at,
                               (select count(*)
                                  from (select 1
                                          from comments.comment x
                                         where x.circle_id = c.circle_id and x.author_id = c.author_id
                                           and x.comment_id < c.comment_id
                                           and x.made_at > c.made_at - make_interval(secs => :since)
                                         limit :many) as earlier)
                          from comments.comment c
                          left join members.membership m
                            on m.circle_id = c.circle_id and m.account_id = c.author_id and m.state = 'active'
                         where c.circle_id = :circle and c.comment_id > :cursor and c.byline is null
                           and c.state in ('live', 'hidden')
                         order by c.comment_id
                         limit :most
                        """);
        var counts = rule.kind() == RuleKind.NEWCOMERS || rule.kind() == RuleKind.RATE;
        return statement
                .with("circle", trial.circle())
                .with("cursor", new At(trial.cursor()))
                .with("since", (double) since)
                .with("many", counts ? rule.many() : 0)
                .with("most", BATCH)
                .all((row, n) -> new Said(
                        Db.uuid(row, 1),
                        Db.constant(Matter.class, row.getString(2)),
                        Db.uuid(row, 3),
                        Db.constant(Role.class, row.getString(4)),
                        row.getString(5),
                        row.getString(6),
                        Db.instant(row, 7),
                        row.getLong(8)));
    }

    /** Answers 1 where the rule finds something. */
    private int look(Look look, Said said, long found) {
        var rule = look.rule();
        if (!rule.isAbout(said.matter())
                || rule.spares(said.role())
                || look.spared().contains(said.author())) {
            return 0;
        }
        var words = new Words(said.matter(), new At(said.id()), said.title(), said.text(), false);
        var finds = switch (rule.kind()) {
            case WORDS, LINKS, CONTACTS ->
                look.book().judge(List.of(rule), words, ownHost).stream().findFirst();
            case NEWCOMERS -> said.before() < rule.many() ? Optional.of(Found.whole(rule)) : Optional.<Found>empty();
            case RATE -> said.before() >= rule.many() ? Optional.of(Found.whole(rule)) : Optional.<Found>empty();
            case REPETITION, LIKENESS ->
                look.known().finds(rule, said.author(), Trail.likeness(words), said.at())
                        ? Optional.of(Found.whole(rule))
                        : Optional.<Found>empty();
        };
        finds.filter(_ -> found < MOST_SAMPLES)
                .ifPresent(one -> keep(look.trial(), said, one.excerpt(words), (int) found));
        return finds.isPresent() ? 1 : 0;
    }

    private void keep(Trial trial, Said said, String excerpt, int number) {
        db.sql("""
                insert into screening.sample (circle_id, trial_id, number, account_id, matter, about_id, excerpt, at)
                values (:circle, :trial, :number, :account, :matter, :about, :excerpt, :at)
                    on conflict do nothing
                """)
                .with("circle", trial.circle())
                .with("trial", trial.id())
                .with("number", number)
                .with("account", new At(said.author()))
                .with("matter", Db.name(said.matter()))
                .with("about", new At(said.id()))
                .with("excerpt", excerpt)
                .with("at", said.at())
                .run();
    }

    private void advance(Trial trial, List<Said> texts, long found, Instant now) {
        var looked = trial.looked() + texts.size();
        var last = texts.size() < BATCH || looked >= MOST;
        var toComments = last && trial.matter() == Matter.POST && looked < MOST;
        var start = TryRule.Start.at(trial.asked().minus(TryRule.BACK)).value();
        db.sql("""
                update screening.trial
                   set matter = :matter, cursor_id = :cursor, looked = :looked, found = :found, state = :state, ended_at = :ended
                 where circle_id = :circle and trial_id = :trial and state = 'running'
                """)
                .with("circle", trial.circle())
                .with("trial", trial.id())
                .with("matter", toComments ? "comment" : Db.name(trial.matter()))
                .with(
                        "cursor",
                        new At(
                                toComments
                                        ? start
                                        : texts.isEmpty()
                                                ? trial.cursor()
                                                : texts.getLast().id()))
                .with("looked", looked)
                .with("found", found)
                .with("state", last && !toComments ? "done" : "running")
                .with("ended", last && !toComments ? now : null)
                .run();
    }

    private void again(Trial trial) {
        db.sql("delete from screening.sample where circle_id = :circle and trial_id = :trial")
                .with("circle", trial.circle())
                .with("trial", trial.id())
                .run();
        db.sql("""
                update screening.trial
                   set matter = 'post', cursor_id = :start, looked = 0, found = 0
                 where circle_id = :circle and trial_id = :trial
                """)
                .with("circle", trial.circle())
                .with("trial", trial.id())
                .with("start", TryRule.Start.at(trial.asked().minus(TryRule.BACK)))
                .run();
    }

    private void end(Trial trial, Instant now) {
        db.sql("""
                update screening.trial
                   set state = 'stopped', ended_at = :now
                 where circle_id = :circle and trial_id = :trial
                """)
                .with("circle", trial.circle())
                .with("trial", trial.id())
                .with("now", now)
                .run();
    }
}
