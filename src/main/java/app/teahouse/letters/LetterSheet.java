package app.teahouse.letters;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads letters: a member's own, also when they are no member any more, and a circle's for its staff. */
@Component
class LetterSheet {
    static final int SIZE = 30;
    private static final int LINES = 50;

    private final LetterRows rows;
    private final Members members;
    private final LetterMatters matters;

    LetterSheet(LetterRows rows, Members members, LetterMatters matters) {
        this.rows = rows;
        this.members = members;
        this.matters = matters;
    }

    /** @throws Refusal {@code letters.unknown} for who never was in the circle */
    Cursor<LetterView> mine(Person person, CircleId circle, @Nullable LetterId before) {
        known(person, circle);
        return named(circle, rows.of(circle, person.account(), before, SIZE));
    }

    /** Who is or was in the circle. */
    MemberCard known(Person person, CircleId circle) {
        return members.card(circle, person.account()).orElseThrow(() -> Refusal.notFound("letters.unknown"));
    }

    /** The letter that goes on where somebody begins one of the same matter. */
    Optional<LetterId> open(Person person, CircleId circle, Letter.Matter matter, @Nullable UUID about) {
        return rows.open(circle, person.account(), matter, about, "");
    }

    /** @throws Refusal {@code letters.unknown}, also for another's */
    LetterThread mine(Person person, CircleId circle, LetterId id, @Nullable LineId before) {
        var letter = rows.find(circle, id)
                .filter(found -> found.account().equals(person.account()))
                .orElseThrow(() -> Refusal.notFound("letters.unknown"));
        return thread(letter, before);
    }

    /** Open ones: for whom they wait, the longest first. */
    Cursor<LetterView> waiting(Staff staff, Letter.Waits waits, @Nullable LetterId after) {
        return named(staff.circle(), rows.waiting(staff, waits, after, SIZE));
    }

    Cursor<LetterView> closed(Staff staff, @Nullable LetterId before) {
        return named(staff.circle(), rows.closed(staff, before, SIZE));
    }

    /** @throws Refusal {@code letters.unknown}, also for one's own: nobody answers themselves */
    LetterThread one(Staff staff, LetterId id, @Nullable LineId before) {
        var letter = rows.find(staff.circle(), id)
                .filter(found -> !found.account().equals(staff.account()))
                .orElseThrow(() -> Refusal.notFound("letters.unknown"));
        return thread(letter, before);
    }

    private Cursor<LetterView> named(CircleId circle, Cursor<LetterRows.Listed> page) {
        var people = new HashSet<AccountId>();
        page.items().forEach(one -> people.add(one.letter().account()));
        var cards = members.cards(circle, people);
        return new Cursor<>(
                page.items().stream()
                        .map(one -> new LetterView(
                                one.letter(), cards.get(one.letter().account()), one.last()))
                        .toList(),
                page.next());
    }

    private LetterThread thread(Letter letter, @Nullable LineId before) {
        var page = rows.lines(letter.circle(), letter.id(), before, LINES);
        var people = new HashSet<AccountId>();
        people.add(letter.account());
        page.items().stream().map(LetterLine::author).filter(Objects::nonNull).forEach(people::add);
        var cards = members.cards(letter.circle(), people);
        return new LetterThread(
                new LetterView(letter, cards.get(letter.account()), ""),
                page.items().reversed().stream()
                        .map(line -> new LetterLineView(line, card(cards, line.author())))
                        .toList(),
                page.next(),
                matters.of(letter.circle(), letter.account(), letter.matter(), letter.about()));
    }

    /** What a letter that is not written yet is about. */
    LetterMatter about(Person person, CircleId circle, Letter.Matter matter, @Nullable UUID about) {
        return matters.of(circle, person.account(), matter, about);
    }

    private static @Nullable MemberCard card(Map<AccountId, MemberCard> cards, @Nullable AccountId account) {
        return account == null ? null : cards.get(account);
    }
}
