package app.teahouse.muting;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.kernel.Surface;
import app.teahouse.members.Ranks;
import app.teahouse.speaking.Preset;
import app.teahouse.speaking.Ruling;
import app.teahouse.speaking.RulingId;
import app.teahouse.speaking.RulingMade;
import app.teahouse.speaking.Rulings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Staff mute members, or grant them the right to write. Reading, what was paid, leaving and one's own data are never touched. A member has one mute and
 * one grant in force; the new one takes the place of the old.
 */
@Component
public class Rule {
    /** As many as are chosen on a page of the list. */
    static final int MOST = 100;

    private static final Duration AGAIN = Duration.ofMinutes(1);

    /** A page of the circle: a post, a place in it, a member's. */
    private static final Pattern PAGE =
            Pattern.compile("/(?:[pm]/[0-9]{1,18}|p/[a-z0-9]{26})(\\?comment=[a-z0-9]{26})?(#[a-z0-9-]{1,40})?");

    private final Rulings rulings;
    private final Ranks ranks;
    private final Events events;
    private final Clock clock;

    Rule(Rulings rulings, Ranks ranks, Events events, Clock clock) {
        this.rulings = rulings;
        this.ranks = ranks;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param surfaces what somebody picked one by one; asked for {@link Preset#CHOSEN} only
     * @param about the page in the circle that called for it, or null
     */
    public record Wish(
            Ruling.Kind kind,
            Preset preset,
            List<Surface> surfaces,
            Term term,
            String reason,
            @Nullable String about) {

        List<Surface> named() {
            return preset == Preset.CHOSEN
                    ? surfaces.stream().distinct().sorted().toList()
                    : preset.surfaces();
        }
    }

    /**
     * All of them or none.
     *
     * @return what was said, one for each member; what was said a moment ago in the same words is not said twice
     * @throws Refusal {@code member.unknown}, {@code role.not-above}, {@code ruling.too-many}, {@code ruling.time-over}
     */
    @Transactional
    public List<RulingId> rule(Staff staff, Collection<Long> numbers, Wish wish) {
        new Faults()
                .text("reason", wish.reason(), 500)
                .require(!wish.named().isEmpty(), "surfaces", "ruling.no-surface")
                .require(wish.about() == null || PAGE.matcher(wish.about()).matches(), "about", "ruling.about")
                .refuse();
        if (numbers.size() > MOST) {
            throw Refusal.conflict("ruling.too-many").with("most", MOST);
        }
        var now = clock.instant();
        var until = wish.term().end(now, staff.member().face().zone());
        return ranks.below(staff, numbers).stream()
                .map(held -> rule(staff, held.account(), wish, until, now))
                .toList();
    }

    private RulingId rule(Staff staff, AccountId account, Wish wish, @Nullable Instant until, Instant now) {
        var before = rulings.inForce(staff.circle(), account, wish.kind()).orElse(null);
        if (before != null && isSame(before, wish, staff, now)) {
            return before.id();
        }
        if (before != null) {
            var how = before.holds(now) ? Ruling.How.REPLACED : Ruling.How.OVER;
            rulings.end(staff.circle(), before.id(), new Ruling.End(now, staff.account(), how, ""));
        }
        var made = new Ruling(
                staff.circle(),
                new RulingId(Ids.next()),
                account,
                wish.kind(),
                wish.preset(),
                wish.named(),
                wish.reason().strip(),
                until,
                wish.term() instanceof Term.Review,
                wish.about(),
                staff.account(),
                now,
                null);
        rulings.add(made);
        events.publish(new RulingMade(
                staff.circle(),
                made.id().value(),
                account,
                Db.name(made.kind()),
                Db.name(made.preset()),
                made.surfaces().stream().map(Db::name).toList(),
                made.reason(),
                until,
                staff.account(),
                now));
        return made.id();
    }

    /** A button pressed twice. */
    private static boolean isSame(Ruling before, Wish wish, Staff staff, Instant now) {
        return before.surfaces().equals(wish.named())
                && before.reason().equals(wish.reason().strip())
                && before.review() == (wish.term() instanceof Term.Review)
                && Objects.equals(before.madeBy(), staff.account())
                && before.madeAt().isAfter(now.minus(AGAIN))
                && before.holds(now);
    }
}
