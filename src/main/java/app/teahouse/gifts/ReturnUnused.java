package app.teahouse.gifts;

import app.teahouse.circles.Circles;
import app.teahouse.endings.Hindrance;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.plans.Calendar;
import app.teahouse.plans.Calendar.Span;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Cards that can still be used, or whose time still runs, are paid time: a circle with such cards can't be deleted until they are given
 * back, whole or in proportion to the days to come.
 */
@Component
class ReturnUnused implements Hindrance {
    static final int MOST = 50;

    private final Db db;
    private final ReturnCard returnCard;
    private final Circles circles;
    private final Clock clock;

    ReturnUnused(Db db, ReturnCard returnCard, Circles circles, Clock clock) {
        this.db = db;
        this.returnCard = returnCard;
        this.circles = circles;
        this.clock = clock;
    }

    /** A card with something left, and what that is worth. */
    record Left(Card card, Money money) {}

    /** At most {@link #MOST}, the oldest first. What was given for good is given back by hand: nobody can say how much of it is used. */
    List<Left> left(CircleId circle) {
        var today = today(circle);
        return db
                .sql("""
                select card_id, order_id, number, worth, returned, currency, state, account_id, valid_until, first_day, last_day,
                       ended_at
                  from gifts.card
                 where circle_id = :circle
                   and (state = 'waiting' or (state = 'unused' and valid_until >= :today)
                        or (state = 'used' and account_id is not null and last_day > :today))
                 order by card_id
                 limit :most
                """)
                .with("circle", circle)
                .with("today", today)
                .with("most", MOST)
                .all((row, n) -> GiftRows.card(circle, row))
                .stream()
                .map(card -> new Left(card, worth(card, today)))
                .toList();
    }

    static Money worth(Card card, LocalDate today) {
        var first = card.firstDay();
        if (card.state() != Card.State.USED || first == null) {
            return card.worth();
        }
        var span = new Span(first, card.lastDay(), 1);
        return card.worth().share(today.isBefore(first) ? span.days() : span.daysLeft(today), span.days());
    }

    /** Each card in a transaction of its own; asked again it gives back nothing twice, and goes on with the next ones. */
    Optional<String> giveBack(Partner partner, String reason) {
        @Nullable String trouble = null;
        for (var one : left(partner.circle())) {
            try {
                returnCard.byStaff(
                        partner,
                        one.card().order(),
                        new ReturnCard.Wish(
                                one.card().number(), one.money(), one.card().returned(), reason));
            } catch (Refusal refusal) {
                trouble = refusal.code();
            }
        }
        return Optional.ofNullable(trouble);
    }

    @Override
    public List<One> of(CircleId circle) {
        var many =
                db.sql("""
                select count(*)
                  from gifts.card
                 where circle_id = :circle
                   and (state = 'waiting' or (state = 'unused' and valid_until >= :today)
                        or (state = 'used' and account_id is not null and (last_day is null or last_day > :today)))
                """).with("circle", circle).with("today", today(circle)).one(Long.class);
        return many == 0
                ? List.of()
                : List.of(new One("gifts.hindrance", Map.of("count", many), "/manage/money/gifts/unused"));
    }

    private LocalDate today(CircleId circle) {
        var face = circles.byId(circle)
                .orElseThrow(() -> Refusal.notFound("circle.unknown"))
                .face();
        return Calendar.today(clock.instant(), face.zone());
    }
}
