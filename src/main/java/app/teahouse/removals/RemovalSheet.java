package app.teahouse.removals;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Staff;
import app.teahouse.members.Enrol;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import app.teahouse.orders.RefundMember;
import app.teahouse.orders.RefundMember.Share;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads removals with the names of those they are about and those who made them. */
@Component
class RemovalSheet {
    static final int SIZE = 30;

    private final Removals removals;
    private final Members members;
    private final RefundMember refundMember;
    private final Above above;
    private final Enrol enrol;
    private final Clock clock;

    RemovalSheet(Removals removals, Members members, RefundMember refundMember, Above above, Enrol enrol, Clock clock) {
        this.removals = removals;
        this.members = members;
        this.refundMember = refundMember;
        this.above = above;
        this.enrol = enrol;
        this.clock = clock;
    }

    /** The newest first; what could go back of their money is not asked for a list. */
    Cursor<RemovalView> page(Staff staff, boolean open, @Nullable RemovalId before, int size) {
        var page = removals.page(staff.circle(), open, before, size);
        var people = new HashSet<AccountId>();
        for (var removal : page.items()) {
            people.add(removal.account());
            if (removal.madeBy() != null) {
                people.add(removal.madeBy());
            }
        }
        var cards = members.cards(staff.circle(), people);
        var now = clock.instant();
        return new Cursor<>(
                page.items().stream()
                        .map(removal -> view(staff, removal, cards, now))
                        .toList(),
                page.next());
    }

    RemovalView one(Staff staff, RemovalId id) {
        var removal = removals.find(staff.circle(), id);
        var people =
                removal.madeBy() == null ? List.of(removal.account()) : List.of(removal.account(), removal.madeBy());
        var view = view(staff, removal, members.cards(staff.circle(), people), clock.instant());
        var open = removal.ofMoney().isOpen() && view.mayPay();
        return new RemovalView(
                removal,
                view.member(),
                view.by(),
                open ? due(removal, Share.UNUSED) : null,
                open ? due(removal, Share.ALL) : null,
                view.mayChange(),
                view.mayPay(),
                view.undoable(),
                view.bars());
    }

    private app.teahouse.kernel.@Nullable Money due(Removal removal, Share share) {
        return refundMember
                .due(removal.circle(), removal.account(), share, removal.madeAt())
                .orElse(null);
    }

    private RemovalView view(Staff staff, Removal removal, Map<AccountId, MemberCard> cards, Instant now) {
        var by = removal.madeBy() == null ? null : cards.get(removal.madeBy());
        var mayChange = above.is(staff, removal);
        return new RemovalView(
                removal,
                cards.get(removal.account()),
                by == null ? null : by.alias(),
                null,
                null,
                mayChange,
                staff.role().leads() && mayChange && removal.undoneAt() == null,
                mayChange && removal.isUndoable(now),
                removal.bars(now));
    }

    /** The removal by which somebody is out of a circle, as they see it themselves. */
    Optional<Removal> mine(CircleId circle, AccountId account) {
        return removals.last(circle, account)
                .filter(last -> last.undoneAt() == null && enrol.before(circle, account) == Enrol.Before.REMOVED);
    }
}
