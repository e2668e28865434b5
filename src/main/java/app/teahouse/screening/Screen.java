package app.teahouse.screening;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Held;
import app.teahouse.kernel.Noted;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Scrutiny;
import app.teahouse.kernel.Settings;
import app.teahouse.kernel.Speaker;
import app.teahouse.suspicions.Suspicions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Looks at what a member is about to say, by the rules that are switched on in the circle. */
@Component
class Screen implements Scrutiny {
    private static final int FIRST_WORDS = 3;
    private static final int SUSPECT = 2;

    private final Rulebooks rulebooks;
    private final SparedByTag spared;
    private final Trail trail;
    private final Hits hits;
    private final RefusedHits refusedHits;
    private final Suspicions suspicions;
    private final Events events;
    private final Clock clock;
    private final String ownHost;

    Screen(
            Rulebooks rulebooks,
            SparedByTag spared,
            Trail trail,
            Hits hits,
            RefusedHits refusedHits,
            Suspicions suspicions,
            Events events,
            Clock clock,
            Settings settings) {
        this.rulebooks = rulebooks;
        this.spared = spared;
        this.trail = trail;
        this.hits = hits;
        this.refusedHits = refusedHits;
        this.suspicions = suspicions;
        this.events = events;
        this.clock = clock;
        this.ownHost = settings.url().getHost();
    }

    @Override
    public Finding look(Speaker speaker, Words words) {
        var book = rulebooks.of(speaker.circle());
        var suspect = suspects(speaker, words);
        if (book.isEmpty()) {
            return suspect ? hold(speaker, words, Finding.NOTHING) : Finding.NOTHING;
        }
        var asked = spared.looking(
                book.asked(words.matter(), speaker.member().role()), speaker.circle(), speaker.account());
        var now = clock.instant();
        var found = new ArrayList<>(book.judge(asked, words, ownHost));
        trail.judge(speaker, words, asked, now).stream().map(Found::whole).forEach(found::add);
        var kept = accepted(speaker, words, found, now);
        var finding = finding(words, kept);
        settle(speaker, words, kept, finding, now);
        if (!words.again() && book.remembers(words.matter())) {
            trail.remember(speaker, words, now);
        }
        return suspect && !finding.isHeld() ? hold(speaker, words, finding) : finding;
    }

    /** The first words of somebody whose sign-up looked like a machine's wait for people, whatever the rules say. */
    private boolean suspects(Speaker speaker, Words words) {
        return !speaker.member().isStaff()
                && !words.again()
                && words.matter().canWait()
                && suspicions.waits(speaker.account())
                && trail.isNew(speaker, words.matter(), FIRST_WORDS);
    }

    private Finding hold(Speaker speaker, Words words, Finding finding) {
        var risk = Math.max(finding.risk(), SUSPECT);
        events.publish(new Held(
                speaker.circle(),
                words.matter(),
                words.about().value(),
                speaker.account(),
                List.of(),
                risk,
                clock.instant()));
        return new Finding(Verdict.HOLD, risk, finding.hits());
    }

    private List<Found> accepted(Speaker speaker, Words words, List<Found> found, Instant now) {
        if (!words.again() || found.isEmpty()) {
            return found;
        }
        var open = hits.notAccepted(speaker.circle(), words.about().value(), lines(speaker, words, found, now)).stream()
                .map(Hits.Line::rule)
                .toList();
        return found.stream().filter(one -> open.contains(one.rule().id())).toList();
    }

    /** The hardest of all; what cannot wait where it stands is marked. */
    private static Finding finding(Words words, List<Found> found) {
        var verdict = found.stream().map(one -> one.rule().verdict()).reduce(Verdict.PASS, Verdict::orHarder);
        if (verdict == Verdict.HOLD && !words.matter().canWait()) {
            verdict = Verdict.TAG;
        }
        return new Finding(verdict, risk(found), found.stream().map(Found::hit).toList());
    }

    /** One for what is marked, two for what is held; one more where several rules found something, or several people said the same. */
    static int risk(List<Found> found) {
        if (found.isEmpty()) {
            return 0;
        }
        var held = found.stream().anyMatch(one -> one.rule().verdict() == Verdict.HOLD);
        var several = found.stream().map(one -> one.rule().id()).distinct().count() > 1
                || found.stream().anyMatch(one -> one.rule().kind() == RuleKind.LIKENESS);
        return (held ? 2 : 1) + (several ? 1 : 0);
    }

    private void settle(Speaker speaker, Words words, List<Found> found, Finding finding, Instant now) {
        if (found.isEmpty()) {
            return;
        }
        var lines = lines(speaker, words, found, now);
        if (finding.verdict().refuses()) {
            refusedHits.note(lines);
            throw refusal(words, found, finding.verdict());
        }
        hits.keep(lines);
        var rules = lines.stream().map(line -> line.rule().value()).toList();
        var about = words.about().value();
        events.publish(
                finding.isHeld()
                        ? new Held(
                                speaker.circle(), words.matter(), about, speaker.account(), rules, finding.risk(), now)
                        : new Noted(
                                speaker.circle(),
                                words.matter(),
                                about,
                                speaker.account(),
                                rules,
                                finding.risk(),
                                now));
    }

    /** The first of each rule. */
    private static List<Hits.Line> lines(Speaker speaker, Words words, List<Found> found, Instant now) {
        var seen = new ArrayList<RuleId>();
        var lines = new ArrayList<Hits.Line>();
        for (var one : found) {
            if (!seen.contains(one.rule().id())) {
                seen.add(one.rule().id());
                lines.add(new Hits.Line(
                        speaker.circle(),
                        one.rule().id(),
                        speaker.account(),
                        words.matter(),
                        words.about().value(),
                        one.rule().verdict(),
                        one.excerpt(words),
                        now));
            }
        }
        return lines;
    }

    /** What the first rule of the hardest says; a rule's own words are the circle's. */
    private static Refusal refusal(Words words, List<Found> found, Verdict verdict) {
        var first = found.stream()
                .filter(one -> one.rule().verdict() == verdict)
                .findFirst()
                .orElseThrow();
        var code = !first.rule().said().isEmpty()
                ? "screening.said"
                : verdict == Verdict.BLOCK
                        ? "screening.blocked"
                        : "screening." + Db.name(first.rule().kind());
        var places = found.stream()
                .filter(one -> one.rule().verdict().refuses() && one.from() < one.to())
                .map(one -> Map.<String, Object>of("field", one.field(), "from", one.from(), "to", one.to()))
                .toList();
        return Refusal.invalid(field(words, first), code)
                .with("said", first.rule().said())
                .with("found", first.words(words))
                .with("many", first.rule().many())
                .with("places", places);
    }

    /** As forms and programs call it. */
    private static String field(Words words, Found found) {
        var title = found.field().equals("title");
        return words.matter() == Matter.PROFILE ? (title ? "alias" : "introduction") : title ? "title" : "text";
    }
}
