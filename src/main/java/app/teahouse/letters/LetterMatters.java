package app.teahouse.letters;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import app.teahouse.muting.RulingView;
import app.teahouse.orders.OrderId;
import app.teahouse.orders.OrderRows;
import app.teahouse.speaking.Ruling;
import app.teahouse.speaking.RulingId;
import app.teahouse.speaking.Rulings;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks up what a letter is about: only what is about its own writer. */
@Component
class LetterMatters {
    private final Db db;
    private final Rulings rulings;
    private final OrderRows orders;
    private final Members members;
    private final Clock clock;

    LetterMatters(Db db, Rulings rulings, OrderRows orders, Members members, Clock clock) {
        this.db = db;
        this.rulings = rulings;
        this.orders = orders;
        this.members = members;
        this.clock = clock;
    }

    /** Whether somebody may write about it. */
    boolean isTheirs(CircleId circle, AccountId account, Letter.Matter matter, @Nullable UUID about) {
        var found = of(circle, account, matter, about);
        return about == null || found.ruling() != null || found.order() != null;
    }

    LetterMatter of(CircleId circle, AccountId account, Letter.Matter matter, @Nullable UUID about) {
        if (matter == Letter.Matter.REMOVAL) {
            return removal(circle, account);
        }
        if (about == null) {
            return LetterMatter.NONE;
        }
        return switch (matter) {
            case MUTE ->
                rulings.byId(circle, new RulingId(about))
                        .filter(ruling -> ruling.account().equals(account) && ruling.kind() == Ruling.Kind.MUTE)
                        .map(ruling -> new LetterMatter(view(ruling), null, null, null))
                        .orElse(LetterMatter.NONE);
            case REFUND ->
                orders.find(circle, new OrderId(about))
                        .filter(order -> order.account().equals(account))
                        .map(order -> new LetterMatter(null, order, null, null))
                        .orElse(LetterMatter.NONE);
            case REMOVAL, OTHER -> LetterMatter.NONE;
        };
    }

    private LetterMatter removal(CircleId circle, AccountId account) {
        return db.sql("""
                select ended_at, coalesce(ended_reason, '')
                  from members.membership
                 where circle_id = :circle and account_id = :account and state = 'removed'
                """)
                .with("circle", circle)
                .with("account", account)
                .maybe((row, n) -> new LetterMatter(null, null, Db.instant(row, 1), row.getString(2)))
                .orElse(LetterMatter.NONE);
    }

    private RulingView view(Ruling ruling) {
        var ender = ruling.end() == null ? null : ruling.end().by();
        var people = new HashSet<AccountId>();
        people.add(ruling.account());
        if (ruling.madeBy() != null) {
            people.add(ruling.madeBy());
        }
        if (ender != null) {
            people.add(ender);
        }
        var cards = members.cards(ruling.circle(), people);
        return new RulingView(
                ruling,
                cards.get(ruling.account()),
                name(cards, ruling.madeBy()),
                name(cards, ender),
                ruling.holds(clock.instant()));
    }

    private static @Nullable String name(Map<AccountId, MemberCard> cards, @Nullable AccountId account) {
        var card = account == null ? null : cards.get(account);
        return card == null ? null : card.alias();
    }
}
