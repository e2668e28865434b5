package app.teahouse.screening;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.log.WriteLog;
import app.teahouse.membertags.MemberTag;
import app.teahouse.membertags.MemberTags;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The owner and partners make rules, change them, switch them, put them in order, and take them away. */
@Component
public class WriteRule {
    private final Db db;
    private final Clock clock;
    private final Rules rules;
    private final Rulebooks rulebooks;
    private final MemberTags tags;
    private final WriteLog log;

    WriteRule(Db db, Clock clock, Rules rules, Rulebooks rulebooks, MemberTags tags, WriteLog log) {
        this.db = db;
        this.clock = clock;
        this.rules = rules;
        this.rulebooks = rulebooks;
        this.tags = tags;
        this.log = log;
    }

    /** A new rule is switched off: it can be tried first. */
    @Transactional
    public RuleId make(Partner partner, RuleWish wish) {
        var asked = wish.tidy().check();
        lock(partner.circle());
        checkTags(partner.circle(), asked);
        var others = rules.of(partner.circle());
        if (others.size() >= Rules.MOST) {
            throw Refusal.conflict("screening.too-many-rules").with("most", Rules.MOST);
        }
        checkWords(others, null, asked);
        var id = new RuleId(Ids.next());
        db.sql("""
                insert into screening.rule
                       (circle_id, rule_id, place, name, kind, verdict, said, matters, spares, words, allowed, contacts, strict, many,
                        minutes, spared_tags, switched, changed_by, changed_at)
                values (:circle, :id, (select coalesce(max(place), 0) + 1 from screening.rule where circle_id = :circle), :name, :kind,
                        :verdict, :said, :matters, :spares, :words, :allowed, :contacts, :strict, :many, :minutes, :tags, false, :by, :now)
                """)
                .with("circle", partner.circle())
                .with("id", id)
                .with("name", asked.name())
                .with("kind", Db.name(asked.kind()))
                .with("verdict", Db.name(asked.verdict()))
                .with("said", asked.said())
                .withTexts("matters", Rules.names(asked.matters()))
                .withTexts("spares", Rules.names(List.copyOf(asked.spares())))
                .withTexts("words", asked.words())
                .withTexts("allowed", asked.allowed())
                .withTexts("contacts", Rules.names(asked.contacts()))
                .with("strict", asked.strict())
                .with("many", asked.many())
                .with("minutes", asked.minutes())
                .withIds("tags", asked.sparedTags())
                .with("by", partner.account())
                .with("now", clock.instant())
                .run();
        tell(partner, "rule_made", asked.name());
        return id;
    }

    /** The kind stays: what it found was found by that. */
    @Transactional
    public void change(Partner partner, RuleId id, RuleWish wish) {
        lock(partner.circle());
        var before = rules.one(partner.circle(), id);
        var asked = new RuleWish(
                        wish.name(),
                        before.kind(),
                        wish.verdict(),
                        wish.said(),
                        wish.matters(),
                        wish.spares(),
                        wish.words(),
                        wish.allowed(),
                        wish.contacts(),
                        wish.strict(),
                        wish.many(),
                        wish.minutes(),
                        wish.sparedTags())
                .tidy()
                .check();
        checkTags(partner.circle(), asked);
        checkWords(rules.of(partner.circle()), id, asked);
        db.sql("""
                update screening.rule
                   set name = :name, verdict = :verdict, said = :said, matters = :matters, spares = :spares, words = :words,
                       allowed = :allowed, contacts = :contacts, strict = :strict, many = :many, minutes = :minutes,
                       spared_tags = :tags, changed_by = :by, changed_at = :now
                 where circle_id = :circle and rule_id = :id
                """)
                .with("circle", partner.circle())
                .with("id", id)
                .with("name", asked.name())
                .with("verdict", Db.name(asked.verdict()))
                .with("said", asked.said())
                .withTexts("matters", Rules.names(asked.matters()))
                .withTexts("spares", Rules.names(List.copyOf(asked.spares())))
                .withTexts("words", asked.words())
                .withTexts("allowed", asked.allowed())
                .withTexts("contacts", Rules.names(asked.contacts()))
                .with("strict", asked.strict())
                .with("many", asked.many())
                .with("minutes", asked.minutes())
                .withIds("tags", asked.sparedTags())
                .with("by", partner.account())
                .with("now", clock.instant())
                .run();
        var named = tags.all(partner.circle()).stream().collect(Collectors.toMap(MemberTag::id, MemberTag::name));
        log.write(
                partner.circle(),
                "rule_changed",
                partner.account(),
                asked.name(),
                clock.instant(),
                RuleDifferences.of(before, asked, named));
        rulebooks.changed(partner.circle());
    }

    @Transactional
    public void turn(Partner partner, RuleId id, boolean on) {
        lock(partner.circle());
        var rule = rules.one(partner.circle(), id);
        if (rule.switched() == on) {
            return;
        }
        db.sql("""
                update screening.rule
                   set switched = :on, changed_by = :by
                 where circle_id = :circle and rule_id = :id
                """)
                .with("circle", partner.circle())
                .with("id", id)
                .with("on", on)
                .with("by", partner.account())
                .run();
        tell(partner, on ? "rule_on" : "rule_off", rule.name());
    }

    /** Before the one above it, which its writers are told of first where both find something. */
    @Transactional
    public void raise(Partner partner, RuleId id) {
        lock(partner.circle());
        var all = rules.of(partner.circle()).stream().map(Rule::id).toList();
        var at = all.indexOf(id);
        if (at < 0) {
            throw Refusal.notFound("screening.unknown");
        }
        if (at == 0) {
            return;
        }
        db.sql("""
                update screening.rule r
                   set place = n.place
                  from unnest(:rules) with ordinality as n (rule_id, place)
                 where r.circle_id = :circle and r.rule_id = n.rule_id
                """)
                .with("circle", partner.circle())
                .withIds("rules", raised(all, at))
                .run();
        rulebooks.changed(partner.circle());
    }

    private static List<RuleId> raised(List<RuleId> all, int at) {
        var order = new ArrayList<>(all);
        Collections.swap(order, at, at - 1);
        return order;
    }

    @Transactional
    public void remove(Partner partner, RuleId id) {
        lock(partner.circle());
        var rule = rules.one(partner.circle(), id);
        db.sql("delete from screening.rule where circle_id = :circle and rule_id = :id")
                .with("circle", partner.circle())
                .with("id", id)
                .run();
        tell(partner, "rule_gone", rule.name());
    }

    /** Counts the edition up, which also lets two changes at once wait for each other. */
    private void lock(CircleId circle) {
        db.sql("""
                insert into screening.edition as e (circle_id, number)
                values (:circle, 1)
                    on conflict (circle_id) do update set number = e.number + 1
                """).with("circle", circle).run();
    }

    private void checkTags(CircleId circle, RuleWish asked) {
        if (!asked.sparedTags().isEmpty()) {
            var live = tags.all(circle).stream().map(MemberTag::id).toList();
            new Faults()
                    .require(live.containsAll(asked.sparedTags()), "sparedTags", "field.unknown-choice")
                    .refuse();
        }
    }

    private static void checkWords(List<Rule> others, @Nullable RuleId but, RuleWish asked) {
        var words = others.stream()
                .filter(rule -> !rule.id().equals(but))
                .mapToInt(rule -> rule.words().size() + rule.allowed().size())
                .sum();
        if (words + asked.words().size() + asked.allowed().size() > RuleWish.MOST_WORDS_OF_CIRCLE) {
            throw Refusal.conflict("screening.too-many-words").with("most", RuleWish.MOST_WORDS_OF_CIRCLE);
        }
    }

    private void tell(Partner partner, String deed, String name) {
        log.write(partner.circle(), deed, partner.account(), name, clock.instant());
        rulebooks.changed(partner.circle());
    }
}
