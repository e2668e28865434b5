package app.teahouse.muting;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import app.teahouse.speaking.Ruling;
import app.teahouse.speaking.RulingId;
import app.teahouse.speaking.Rulings;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads rulings with the names of those they are about and those who made them. */
@Component
class RulingSheet {
    static final int SIZE = 30;

    private final Rulings rulings;
    private final Members members;
    private final Clock clock;

    RulingSheet(Rulings rulings, Members members, Clock clock) {
        this.rulings = rulings;
        this.members = members;
        this.clock = clock;
    }

    /** All that was ever said about a member, the newest first. */
    Cursor<RulingView> ofMember(CircleId circle, AccountId account, @Nullable RulingId before) {
        return named(circle, rulings.ofMember(circle, account, before, SIZE));
    }

    /** Those in force, the newest first. */
    Cursor<RulingView> inForce(CircleId circle, Ruling.Kind kind, @Nullable RulingId before, int size) {
        return named(circle, rulings.inForce(circle, kind, before, size));
    }

    private Cursor<RulingView> named(CircleId circle, Cursor<Ruling> page) {
        var people = new HashSet<AccountId>();
        for (var ruling : page.items()) {
            people.add(ruling.account());
            if (ruling.madeBy() != null) {
                people.add(ruling.madeBy());
            }
            var ender = ender(ruling);
            if (ender != null) {
                people.add(ender);
            }
        }
        var cards = members.cards(circle, people);
        var now = clock.instant();
        return new Cursor<>(
                page.items().stream().map(ruling -> view(ruling, cards, now)).toList(), page.next());
    }

    private static RulingView view(Ruling ruling, Map<AccountId, MemberCard> cards, Instant now) {
        return new RulingView(
                ruling,
                cards.get(ruling.account()),
                name(cards, ruling.madeBy()),
                name(cards, ender(ruling)),
                ruling.holds(now));
    }

    private static @Nullable AccountId ender(Ruling ruling) {
        return ruling.end() == null ? null : ruling.end().by();
    }

    private static @Nullable String name(Map<AccountId, MemberCard> cards, @Nullable AccountId account) {
        var card = account == null ? null : cards.get(account);
        return card == null ? null : card.alias();
    }

    /** The first page of what was said about a member, what holds now apart. */
    RulingState state(Cursor<RulingView> page) {
        return new RulingState(
                first(page, Ruling.Kind.MUTE),
                first(page, Ruling.Kind.GRANT),
                page.items().stream().filter(view -> !view.inForce()).toList());
    }

    private static @Nullable RulingView first(Cursor<RulingView> page, Ruling.Kind kind) {
        return page.items().stream()
                .filter(view -> view.inForce() && view.ruling().kind() == kind)
                .findFirst()
                .orElse(null);
    }
}
