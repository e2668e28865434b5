package app.teahouse.gifts;

import app.teahouse.applications.KeptForApplicant;
import app.teahouse.circles.Circle;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.orders.GiftCards;
import app.teahouse.orders.Order;
import app.teahouse.orders.OrderId;
import app.teahouse.passes.GivePass;
import app.teahouse.passes.Passes;
import app.teahouse.plans.Calendar;
import app.teahouse.plans.Period;
import app.teahouse.web.Frame;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What happens to cards when their order is paid or taken back, and when staff decide about who wants to join by one. */
@Component
class FulfilGift implements GiftCards, KeptForApplicant {
    /** As long as the strictest laws we know of ask for; nobody can make it less (docs/decisions/0112). */
    static final int VALID_YEARS = 5;

    private final Db db;
    private final GiftRows rows;
    private final Codes codes;
    private final UseCard useCard;
    private final GivePass givePass;
    private final Passes passes;
    private final Events events;
    private final Clock clock;

    FulfilGift(
            Db db,
            GiftRows rows,
            Codes codes,
            UseCard useCard,
            GivePass givePass,
            Passes passes,
            Events events,
            Clock clock) {
        this.db = db;
        this.rows = rows;
        this.codes = codes;
        this.useCard = useCard;
        this.givePass = givePass;
        this.passes = passes;
        this.events = events;
        this.clock = clock;
    }

    /** The last day for a card that is bought today: of a plan that ends on the same day for all, that day at the latest. */
    static LocalDate validUntil(Period period, LocalDate today) {
        var last = today.plusYears(VALID_YEARS);
        return period instanceof Period.Until(var day) && day.isBefore(last) ? day : last;
    }

    @Override
    public void paid(Order order, Circle circle) {
        var parcel = rows.parcel(order.circle(), order.id()).orElseThrow();
        var ids = Stream.generate(() -> new CardId(Ids.next()))
                .limit(parcel.cards())
                .toList();
        var today = Calendar.today(clock.instant(), circle.face().zone());
        addCards(order, ids, validUntil(parcel.period(), today));
        db.sql("""
                insert into gifts.claim (claim, circle_id, card_id)
                select decode(c.claim, 'hex'), :circle, c.card_id
                  from unnest(:claims, :ids) as c (claim, card_id)
                """)
                .with("circle", order.circle())
                .withTexts(
                        "claims",
                        ids.stream().map(id -> codes.claim(codes.of(id))).toList())
                .withIds("ids", ids)
                .run();
        db.sql("update gifts.parcel set paid_at = :now where circle_id = :circle and order_id = :order")
                .with("circle", order.circle())
                .with("order", order.id())
                .with("now", clock.instant())
                .run();
        noteForGiver(order);
    }

    /** What was paid is split so that no cent is lost; also where a person accepted another sum. */
    private void addCards(Order order, List<CardId> ids, LocalDate validUntil) {
        var weights = new long[ids.size()];
        Arrays.fill(weights, 1);
        var worths = order.amount().allocate(weights);
        db.sql("""
                insert into gifts.card (circle_id, card_id, order_id, number, worth, currency, state, valid_until)
                select :circle, c.card_id, :order, c.number, c.worth, :currency, 'unused', :until
                  from unnest(:ids, :numbers, :worths) as c (card_id, number, worth)
                """)
                .with("circle", order.circle())
                .with("order", order.id())
                .with("currency", order.amount().code())
                .with("until", validUntil)
                .withIds("ids", ids)
                .withInts(
                        "numbers", IntStream.rangeClosed(1, ids.size()).boxed().toList())
                .withNumbers("worths", worths.stream().map(Money::minor).toList())
                .run();
    }

    private void noteForGiver(Order order) {
        db.sql("update gifts.account_parcel set paid_at = :now where account_id = :account and order_id = :order")
                .with("account", order.account())
                .with("order", order.id())
                .with("now", clock.instant())
                .run();
    }

    @Override
    public void takenBack(Order order) {
        for (var card : rows.cards(order.circle(), order.id(), true)) {
            if (card.state() != Card.State.RETURNED) {
                end(card, Money.none(card.worth().currency()));
            }
        }
    }

    /** The card is dead, and so is the time that it gave. */
    void end(Card card, Money returned) {
        db.sql("""
                update gifts.card
                   set state = 'returned', returned = :returned, ended_at = :now
                 where circle_id = :circle and card_id = :id
                """)
                .with("circle", card.circle())
                .with("id", card.id())
                .with("returned", returned.minor())
                .with("now", clock.instant())
                .run();
        if (card.state() == Card.State.USED && card.holder() != null) {
            givePass.takeBack(card.circle(), card.holder(), card.id().value());
            tellHolder(card, card.holder());
        }
    }

    private void tellHolder(Card card, AccountId holder) {
        var plan = rows.parcel(card.circle(), card.order()).orElseThrow().planName();
        var left = passes.of(card.circle(), holder).filter(pass -> pass.holds(clock.instant()));
        events.publish(new GiftEnded(
                card.circle(),
                card.id().value(),
                holder,
                plan,
                left.isPresent(),
                left.map(pass -> pass.span().last()).orElse(null)));
    }

    @Override
    public Map<AccountId, String> kept(Frame frame, CircleId circle, List<AccountId> applicants) {
        return db
                .sql("""
                select account_id
                  from gifts.card
                 where circle_id = :circle and account_id = any(:accounts) and state = 'waiting'
                """)
                .with("circle", circle)
                .withIds("accounts", applicants)
                .all((row, n) -> new AccountId(Db.uuid(row, 1)))
                .stream()
                .collect(Collectors.toMap(account -> account, _ -> frame.t("gifts.applicant.card")));
    }

    @Override
    public void gone(CircleId circle, OrderId order) {
        db.sql("""
                delete from gifts.parcel
                 where circle_id = :circle and order_id = :order and paid_at is null
                returning giver_id
                """)
                .with("circle", circle)
                .with("order", order)
                .all((row, n) -> Optional.ofNullable(Db.maybeUuid(row, 1)))
                .forEach(giver -> giver.ifPresent(id -> forget(new AccountId(id), order)));
    }

    private void forget(AccountId giver, OrderId order) {
        db.sql("delete from gifts.account_parcel where account_id = :account and order_id = :order")
                .with("account", giver)
                .with("order", order)
                .run();
    }

    @Override
    public void approved(CircleId circle, AccountId account) {
        rows.waiting(circle, account)
                .ifPresent(card -> useCard.use(rows.parcel(circle, card.order()).orElseThrow(), card, account));
    }

    /** The card is as if it had not been used, so it can be passed on. */
    @Override
    public void declined(CircleId circle, AccountId account) {
        rows.waiting(circle, account).ifPresent(card -> letGo(card, account));
    }

    private void letGo(Card card, AccountId account) {
        db.sql("""
                update gifts.card
                   set state = 'unused', account_id = null
                 where circle_id = :circle and card_id = :id
                """).with("circle", card.circle()).with("id", card.id()).run();
        db.sql("delete from gifts.account_card where account_id = :account and card_id = :card")
                .with("account", account)
                .with("card", card.id())
                .run();
    }
}
