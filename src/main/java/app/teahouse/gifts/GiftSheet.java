package app.teahouse.gifts;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import app.teahouse.orders.GiftOrders;
import app.teahouse.orders.Order;
import app.teahouse.orders.OrderId;
import app.teahouse.plans.Calendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads one present with its cards: for who gave it, and for the staff of the circle. */
@Component
class GiftSheet {
    private final Db db;
    private final GiftRows rows;
    private final GiftOrders giftOrders;
    private final ReturnCard returnCard;
    private final Codes codes;
    private final Circles circles;
    private final Members members;
    private final Clock clock;

    GiftSheet(
            Db db,
            GiftRows rows,
            GiftOrders giftOrders,
            ReturnCard returnCard,
            Codes codes,
            Circles circles,
            Members members,
            Clock clock) {
        this.db = db;
        this.rows = rows;
        this.giftOrders = giftOrders;
        this.returnCard = returnCard;
        this.codes = codes;
        this.circles = circles;
        this.members = members;
        this.clock = clock;
    }

    /** @throws Refusal {@code gift.unknown} for everybody but the giver */
    GiftView given(Person person, OrderId id) {
        var order = myOrder(person, id);
        var parcel = rows.parcel(order.circle(), id).orElseThrow(LookAtCard::unknown);
        var cards = rows.cards(order.circle(), id, false);
        var until = order.isPaid() ? returnCard.until(order) : null;
        var open = until != null && until.isAfter(clock.instant());
        // Who joined by a card is the circle's business; a giver who is in it meets them there.
        var inCircle = members.card(order.circle(), person.account())
                .filter(MemberCard::active)
                .isPresent();
        return one(order, parcel, lines(cards, inCircle, true, open), open ? until : null, null);
    }

    Order myOrder(Person person, OrderId id) {
        return db.sql("select circle_id from orders.account_entry where account_id = :account and order_id = :id")
                .with("account", person.account())
                .with("id", id)
                .maybe((row, n) -> new CircleId(Db.uuid(row, 1)))
                .flatMap(circle -> giftOrders.find(circle, id))
                .orElseThrow(LookAtCard::unknown);
    }

    /** @throws Refusal {@code gift.unknown} */
    GiftView sold(Partner partner, OrderId id) {
        var order = giftOrders.find(partner.circle(), id).filter(Order::isPaid).orElseThrow(LookAtCard::unknown);
        var parcel = rows.parcel(partner.circle(), id).orElseThrow(LookAtCard::unknown);
        var lines = lines(
                rows.cards(partner.circle(), id, false),
                true,
                false,
                giftOrders.left(order).isPositive());
        var buyer = Optional.ofNullable(parcel.giver())
                .flatMap(giver -> members.card(partner.circle(), giver))
                .map(MemberCard::alias)
                .orElse(null);
        return one(order, parcel, lines, null, buyer);
    }

    private GiftView one(
            Order order, Parcel parcel, List<GiftLine> lines, @Nullable Instant until, @Nullable String buyer) {
        var face = circles.byId(order.circle()).map(Circle::face);
        var counts = new TreeMap<String, Long>();
        lines.forEach(line -> counts.merge(line.state(), 1L, Long::sum));
        var checkout = order.checkout();
        return new GiftView(
                parcel,
                order.number(),
                order.amount(),
                order.paidAt(),
                face.map(found -> found.name()).orElse(null),
                face.map(found -> found.slug()).orElse(null),
                buyer,
                order.state() == Order.State.OPEN && checkout != null ? Ids.text(checkout) : null,
                counts,
                lines,
                until);
    }

    /**
     * @param names whether the reader may know who used them
     * @param withCodes for the giver, who passes them on
     * @param open whether there is something that the reader may give back
     */
    private List<GiftLine> lines(List<Card> cards, boolean names, boolean withCodes, boolean open) {
        if (cards.isEmpty()) {
            return List.of();
        }
        var circle = cards.getFirst().circle();
        var today = today(circle);
        var known = names
                ? members.cards(
                        circle,
                        cards.stream()
                                .map(Card::holder)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()))
                : Map.<AccountId, MemberCard>of();
        var lines = new ArrayList<GiftLine>();
        for (var card : cards) {
            var state = card.isExpired(today) ? "expired" : Db.name(card.state());
            var code = withCodes && state.equals("unused") ? codes.of(card.id()) : null;
            lines.add(new GiftLine(
                    card.number(),
                    state,
                    card.validUntil(),
                    code == null ? null : Codes.readable(code),
                    code == null ? null : "/g/" + code,
                    GiftList.alias(known, card.holder()),
                    card.endedAt(),
                    card.worth(),
                    card.returned(),
                    withCodes
                            ? open && state.equals("unused")
                            : card.state() != Card.State.RETURNED
                                    || (open && card.rest().isPositive())));
        }
        return lines;
    }

    private LocalDate today(CircleId circle) {
        return circles.byId(circle)
                .map(found -> Calendar.today(clock.instant(), found.face().zone()))
                .orElse(LocalDate.EPOCH);
    }
}
