package app.teahouse.gifts;

import app.teahouse.circles.Circles;
import app.teahouse.idempotency.KeyNeeded;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.orders.OrderId;
import app.teahouse.questions.Replies;
import app.teahouse.web.NoSurface;
import app.teahouse.web.WhileHalted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Presents for programs: bought, listed, used, given back. Whatever moves money needs an {@code Idempotency-Key}. */
@RestController
class GiftApi {
    private final BuyGift buyGift;
    private final GiftList giftList;
    private final GiftSheet giftSheet;
    private final RedeemCard redeemCard;
    private final ReturnCard returnCard;
    private final Circles circles;

    GiftApi(
            BuyGift buyGift,
            GiftList giftList,
            GiftSheet giftSheet,
            RedeemCard redeemCard,
            ReturnCard returnCard,
            Circles circles) {
        this.buyGift = buyGift;
        this.giftList = giftList;
        this.giftSheet = giftSheet;
        this.redeemCard = redeemCard;
        this.returnCard = returnCard;
        this.circles = circles;
    }

    /**
     * @param state {@code unused}, {@code waiting} for staff, {@code used}, {@code returned} or {@code expired}
     * @param code for the giver, while it can be used
     * @param usedBy a member's name, where the asker may know
     */
    record GiftCardJson(
            int number,
            String state,
            LocalDate validUntil,
            @Nullable String code,
            @Nullable String usedBy,
            @Nullable Instant endedAt,
            long worth,
            long returned) {

        static GiftCardJson of(GiftLine line) {
            return new GiftCardJson(
                    line.number(),
                    line.state(),
                    line.validUntil(),
                    line.code(),
                    line.usedBy(),
                    line.endedAt(),
                    line.worth().minor(),
                    line.returned().minor());
        }
    }

    /**
     * @param id of its order
     * @param cards how many
     * @param pay where a person pays it in a browser, or null
     * @param checkout by which a program begins to pay it, or null
     * @param each the cards, where one present is asked for
     */
    record GiftJson(
            UUID id,
            String number,
            String plan,
            String from,
            String greeting,
            int cards,
            long amount,
            String currency,
            @Nullable Instant paidAt,
            @Nullable String pay,
            @Nullable String checkout,
            List<GiftCardJson> each) {

        static GiftJson of(GiftView view) {
            return new GiftJson(
                    view.parcel().order().value(),
                    view.number(),
                    view.parcel().planName(),
                    view.parcel().from(),
                    view.parcel().greeting(),
                    view.parcel().cards(),
                    view.amount().minor(),
                    view.amount().code(),
                    view.paidAt(),
                    view.checkout() == null ? null : "/pay/" + view.checkout(),
                    view.checkout(),
                    view.cards().stream().map(GiftCardJson::of).toList());
        }
    }

    /**
     * @param amount the sum that was shown; what was changed meanwhile is refused
     * @param from the giver's name, as the receiver reads it
     */
    record NewGiftJson(
            long plan,
            int cards,
            @Nullable String from,
            @Nullable String greeting,
            @Nullable Long amount,
            @Nullable String currency) {}

    @PostMapping("/api/v1/circles/{slug}/gifts")
    @ResponseStatus(HttpStatus.CREATED)
    @NoSurface("Who gives a present does not speak by it")
    GiftJson buy(
            Onlooker onlooker,
            Person person,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewGiftJson wish) {
        KeyNeeded.check(key);
        var shown = wish.amount() == null || wish.currency() == null ? null : money(wish.amount(), wish.currency());
        var placed = buyGift.buy(
                onlooker,
                new BuyGift.Wish(
                        wish.plan(),
                        wish.cards(),
                        Objects.requireNonNullElse(wish.from(), person.name()),
                        Objects.requireNonNullElse(wish.greeting(), ""),
                        shown));
        return GiftJson.of(giftSheet.given(person, placed.order()));
    }

    private static Money money(long minor, String currency) {
        try {
            return Money.of(minor, currency);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("currency", "field.unknown-choice");
        }
    }

    record GiftsJson(List<GiftJson> items, @Nullable String next) {}

    @GetMapping("/api/v1/me/gifts")
    GiftsJson mine(Person person, @RequestParam(required = false) @Nullable OrderId before) {
        var page = giftList.mine(person, before);
        return new GiftsJson(page.items().stream().map(GiftJson::of).toList(), page.next());
    }

    @GetMapping("/api/v1/me/gifts/{id}")
    GiftJson one(Person person, @PathVariable OrderId id) {
        return GiftJson.of(giftSheet.given(person, id));
    }

    /** Takes back a card that nobody used, within the circle's hours. */
    @PostMapping("/api/v1/me/gifts/{id}/cards/{number}/refund")
    GiftJson takeBack(
            Person person,
            @PathVariable OrderId id,
            @PathVariable int number,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        KeyNeeded.check(key);
        returnCard.byGiver(person, giftSheet.myOrder(person, id).circle(), id, number);
        return GiftJson.of(giftSheet.given(person, id));
    }

    /**
     * @param questions the words of the circle's questions, one for each answer; without them answers come in the order of the questions
     * @param answers to them, where joining is by application
     */
    record UseGiftJson(
            String code,
            @Nullable List<String> questions,
            @Nullable List<String> answers,
            @Nullable String password) {}

    /** @param state {@code used}, or {@code waiting} where staff decide first */
    record UsedGiftJson(String circle, String state) {}

    /** Uses a card; the same again changes nothing. */
    @PostMapping("/api/v1/me/memberships/gift")
    UsedGiftJson redeem(Person person, @RequestBody UseGiftJson wish) {
        var redeemed = redeemCard.redeem(
                person,
                new RedeemCard.Wish(
                        Objects.requireNonNullElse(wish.code(), ""),
                        Replies.of(wish.questions(), wish.answers()),
                        wish.password()));
        var circle = circles.byId(redeemed.circle()).orElseThrow(LookAtCard::unknown);
        return new UsedGiftJson(circle.face().slug(), redeemed.state() == Card.State.WAITING ? "waiting" : "used");
    }

    @GetMapping("/api/v1/circles/{slug}/gifts")
    GiftsJson sold(Partner partner, @RequestParam(required = false) @Nullable OrderId before) {
        var page = giftList.of(partner, before);
        return new GiftsJson(page.items().stream().map(GiftJson::of).toList(), page.next());
    }

    @GetMapping("/api/v1/circles/{slug}/gifts/{id}")
    GiftJson soldOne(Partner partner, @PathVariable OrderId id) {
        return GiftJson.of(giftSheet.sold(partner, id));
    }

    /**
     * @param amount of a used card, a part of what it was worth; null for all that is left
     * @param returned what had gone back of the card when you looked: where it is more by now, nothing goes back. Without it, a sum that
     *     went back already does not go back once more
     */
    record NewCardRefundJson(
            @Nullable Long amount,
            @Nullable Long returned,
            @Nullable String reason) {}

    /** A card goes back once, whatever the key. */
    @PostMapping("/api/v1/circles/{slug}/gifts/{id}/cards/{number}/refund")
    @WhileHalted
    GiftJson giveBack(
            Partner partner,
            @PathVariable OrderId id,
            @PathVariable int number,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewCardRefundJson wish) {
        KeyNeeded.check(key);
        var currency = giftSheet.sold(partner, id).amount().currency();
        var amount = wish.amount() == null ? null : new Money(wish.amount(), currency);
        var gone = wish.returned() == null ? null : new Money(wish.returned(), currency);
        var reason = Objects.requireNonNullElse(wish.reason(), "");
        returnCard.byStaff(partner, id, new ReturnCard.Wish(number, amount, gone, reason));
        return GiftJson.of(giftSheet.sold(partner, id));
    }
}
