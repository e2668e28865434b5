package app.teahouse.review;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Settled;
import app.teahouse.kernel.Staff;
import app.teahouse.log.CircleLog;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import app.teahouse.muting.Rule;
import app.teahouse.muting.Term;
import app.teahouse.removals.Removal.Back;
import app.teahouse.removals.Remove;
import app.teahouse.reports.ThingView;
import app.teahouse.reports.Things;
import app.teahouse.review.Item.Decision;
import app.teahouse.review.Item.Fate;
import app.teahouse.review.Item.Measure;
import app.teahouse.speaking.Preset;
import app.teahouse.speaking.Ruling;
import app.teahouse.strikes.Strikes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff decide about a thing in the queue: what becomes of it, and what follows for its writer. Once. */
@Component
class Decide {
    private static final Duration OUT = Duration.ofDays(30);

    private final ItemRows rows;
    private final Things things;
    private final Members members;
    private final Strikes strikes;
    private final Rule rule;
    private final Remove remove;
    private final CircleLog log;
    private final Events events;
    private final Clock clock;

    Decide(
            ItemRows rows,
            Things things,
            Members members,
            Strikes strikes,
            Rule rule,
            Remove remove,
            CircleLog log,
            Events events,
            Clock clock) {
        this.rows = rows;
        this.things = things;
        this.members = members;
        this.strikes = strikes;
        this.rule = rule;
        this.remove = remove;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @throws Refusal {@code review.unknown}, {@code review.decided} where somebody else was quicker or its writer changed it meanwhile,
     *     {@code review.gone}, {@code review.no-words}, {@code review.no-writer}, {@code role.not-above}
     */
    @Transactional
    public void decide(Staff staff, ItemId id, Choice choice) {
        choice.check();
        var item = rows.lock(staff.circle(), id)
                .filter(found -> mayDecide(staff, found))
                .orElseThrow(() -> Refusal.notFound("review.unknown"));
        if (item.isDecided() || item.turn() != choice.turn()) {
            throw Refusal.conflict("review.decided");
        }
        var writer = item.author() == null
                ? null
                : members.card(staff.circle(), item.author()).orElse(null);
        mustBeBelow(staff, writer);
        var ref = new Things.Ref(item.kind(), item.thing());
        var thing = things.views(staff.circle(), List.of(ref)).get(ref);

        var since = rows.lastDecided(staff.circle(), item.kind(), item.thing());
        follow(staff, item, thing, writer, choice);
        var decision = measure(staff, thing, writer, choice);
        rows.decided(item, decision, choice.measure() == Measure.MUTE ? choice.muteDays() : null);

        var now = decision.at();
        if (item.matter() != null && (!item.held() || choice.fate() == Fate.DELETE)) {
            // Where staff let out or hide what was held, those rooms say so.
            events.publish(new Settled(
                    staff.circle(), item.matter(), item.thing(), staff.account(), !choice.changesNothing(), now));
        }
        log.write(new CircleLog.Deed(
                staff.circle(),
                "reviewed",
                staff.account(),
                item.author(),
                item.kind() + " " + Db.name(choice.fate()) + " " + Db.name(choice.measure()),
                decision.reason(),
                now));
        events.publish(new ItemDecided(
                staff.circle(),
                item.id().value(),
                item.turn(),
                item.kind(),
                item.thing(),
                item.author(),
                Db.name(choice.fate()),
                Db.name(choice.measure()),
                decision.reason(),
                thing == null || thing.mending() == null ? "" : thing.mending(),
                thing == null ? "" : thing.title().isEmpty() ? thing.excerpt() : thing.title(),
                since,
                staff.account(),
                now));
    }

    /** What is an admin's, the owner and the partners decide about, and nobody about their own. */
    static boolean mayDecide(Staff staff, Item item) {
        return (!item.aboutAdmin() || staff.role().leads()) && !staff.account().equals(item.author());
    }

    static void mustBeBelow(Staff staff, @Nullable MemberCard writer) {
        if (writer != null && writer.active() && !staff.role().isAbove(writer.role())) {
            throw Refusal.notAllowed("role.not-above").with("name", writer.alias());
        }
    }

    private void follow(Staff staff, Item item, @Nullable ThingView thing, @Nullable MemberCard writer, Choice choice) {
        var kind = things.kind(item.kind());
        if (choice.fate() != Fate.KEEP && !kind.isWords()) {
            throw Refusal.conflict("review.no-words");
        }
        if (choice.fate() != Fate.KEEP && thing == null) {
            throw Refusal.conflict("review.gone");
        }
        if (choice.fate() == Fate.ASK && (writer == null || !writer.active())) {
            throw Refusal.conflict("review.no-writer");
        }
        switch (choice.fate()) {
            case KEEP -> {
                if (thing != null) {
                    kind.show(staff, item.thing());
                }
            }
            case ASK, HIDE -> kind.hide(staff, item.thing(), choice.reason().strip());
            case DELETE -> kind.delete(staff, item.thing());
        }
    }

    /** Whoever is warned or muted has a strike with it; who is removed needs none. */
    private Decision measure(Staff staff, @Nullable ThingView thing, @Nullable MemberCard writer, Choice choice) {
        var reason = choice.reason().strip();
        UUID strike = null;
        UUID ruling = null;
        if (choice.measure() != Measure.NONE) {
            if (writer == null || !writer.active()) {
                throw Refusal.conflict("review.no-writer");
            }
            var about = thing == null ? null : thing.path();
            switch (choice.measure()) {
                case WARN, MUTE -> {
                    strike = strikes.give(staff, writer.number(), reason, about).value();
                    ruling = choice.measure() == Measure.MUTE ? mute(staff, writer, choice, about) : null;
                }
                case REMOVE -> remove.remove(staff, List.of(writer.number()), out(choice));
                case NONE -> {}
            }
        }
        return new Decision(
                choice.fate(), choice.measure(), reason, staff.account(), clock.instant(), strike, ruling, null);
    }

    private Remove.Wish out(Choice choice) {
        var until = choice.back() == Back.DAY ? clock.instant().plus(OUT) : null;
        return new Remove.Wish(choice.reason().strip(), choice.back(), until, choice.words());
    }

    private UUID mute(Staff staff, MemberCard writer, Choice choice, @Nullable String about) {
        int days = Objects.requireNonNull(choice.muteDays());
        var term = days == 0 ? new Term.Review() : new Term.For(Duration.ofDays(days));
        var wish = new Rule.Wish(
                Ruling.Kind.MUTE,
                Preset.EVERYTHING,
                List.of(),
                term,
                choice.reason().strip(),
                about);
        return rule.rule(staff, List.of(writer.number()), wish).getFirst().value();
    }
}
