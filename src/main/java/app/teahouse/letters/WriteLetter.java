package app.teahouse.letters;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.security.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody who is or was in a circle writes to its staff. Of a matter there is one open letter: who writes about it anew goes on in it. A
 * subject that somebody names is a matter of its own. This
 * is no speaking: it stands open to who is muted, and to who was removed.
 */
@Component
public class WriteLetter {
    /** The longest line, in characters. */
    static final int LONGEST = 4_000;

    private static final int AN_HOUR = 20;

    private final Db db;
    private final LetterRows rows;
    private final AddLine addLine;
    private final LetterMatters matters;
    private final Limits limits;
    private final Events events;
    private final Clock clock;

    WriteLetter(
            Db db, LetterRows rows, AddLine addLine, LetterMatters matters, Limits limits, Events events, Clock clock) {
        this.db = db;
        this.rows = rows;
        this.addLine = addLine;
        this.matters = matters;
        this.limits = limits;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param about the ruling or the order, or null
     * @param subject asked for {@link Letter.Matter#OTHER} only
     */
    public record Wish(Letter.Matter matter, @Nullable UUID about, String subject, String text) {}

    /**
     * @return the letter it stands in, which may be an older one that is open
     * @throws Refusal {@code letters.unknown} for who never was here, {@code letters.about}, {@code site.too-often}
     */
    @Transactional
    public LetterId open(Person person, CircleId circle, Wish wish) {
        var faults = new Faults().text("text", wish.text(), LONGEST);
        if (wish.matter() == Letter.Matter.OTHER) {
            faults.text("subject", wish.subject(), 80);
        }
        faults.refuse();
        hold(person, circle);
        if (!matters.isTheirs(circle, person.account(), wish.matter(), wish.about())) {
            throw Refusal.notFound("letters.about");
        }
        take(person);
        var now = clock.instant();
        var subject = wish.matter() == Letter.Matter.OTHER ? wish.subject().strip() : "";
        var open = rows.open(circle, person.account(), wish.matter(), wish.about(), subject);
        if (open.isPresent()) {
            say(rows.lock(circle, open.get()).orElseThrow(), wish.text(), now);
            return open.get();
        }
        var letter = new Letter(
                circle,
                new LetterId(Ids.next()),
                person.account(),
                wish.matter(),
                wish.about(),
                subject,
                Letter.State.OPEN,
                Letter.Waits.MEMBER,
                now,
                now,
                now,
                null,
                null);
        rows.add(letter);
        say(letter, wish.text(), now);
        return letter.id();
    }

    /**
     * A closed letter opens again, unless another of its matter is open: then that one goes on.
     *
     * @return the letter it stands in
     * @throws Refusal {@code letters.unknown}, {@code site.too-often}
     */
    @Transactional
    public LetterId write(Person person, CircleId circle, LetterId id, String text) {
        new Faults().text("text", text, LONGEST).refuse();
        hold(person, circle);
        var asked = rows.lock(circle, id)
                .filter(found -> found.account().equals(person.account()))
                .orElseThrow(() -> Refusal.notFound("letters.unknown"));
        take(person);
        var letter = asked.isOpen()
                ? asked
                : rows.open(circle, asked.account(), asked.matter(), asked.about(), asked.subject())
                        .flatMap(other -> rows.lock(circle, other))
                        .orElse(asked);
        say(letter, text, clock.instant());
        return letter.id();
    }

    /** Nobody opens two letters at once: a member's row is held, in whatever state it is. */
    private void hold(Person person, CircleId circle) {
        var known = db.sql("""
                select 1
                  from members.membership
                 where circle_id = :circle and account_id = :account
                   for no key update
                """)
                .with("circle", circle)
                .with("account", person.account())
                .exists();
        if (!known) {
            throw Refusal.notFound("letters.unknown");
        }
    }

    private void take(Person person) {
        limits.take("letter", person.account().value().toString(), AN_HOUR, Duration.ofHours(1));
    }

    private void say(Letter letter, String text, Instant now) {
        var line = addLine.add(letter, letter.account(), false, text, now);
        if (line != null && (!letter.isOpen() || letter.waits() == Letter.Waits.MEMBER)) {
            events.publish(new LetterWritten(
                    letter.circle(),
                    letter.id().value(),
                    line.value(),
                    letter.account(),
                    Db.name(letter.matter()),
                    now));
        }
    }
}
