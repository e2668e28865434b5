package app.teahouse.gifts;

import app.teahouse.access.JoinPassword;
import app.teahouse.applications.Apply;
import app.teahouse.circles.Circle;
import app.teahouse.circles.Circle.JoinMode;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.members.Came;
import app.teahouse.members.Enrol;
import app.teahouse.passes.GivePass;
import app.teahouse.passes.Passes;
import app.teahouse.questions.Replies;
import app.teahouse.security.Limits;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody uses a gift card: they come in, or their time grows. What it can't do for them it does not do, and can be passed on. */
@Component
class RedeemCard {
    private final Db db;
    private final LookAtCard lookAtCard;
    private final GiftRows rows;
    private final MayRedeem mayRedeem;
    private final UseCard useCard;
    private final Circles circles;
    private final Passes passes;
    private final GivePass givePass;
    private final Enrol enrol;
    private final Apply apply;
    private final JoinPassword passwords;
    private final Limits limits;
    private final TransactionTemplate transaction;

    RedeemCard(
            Db db,
            LookAtCard lookAtCard,
            GiftRows rows,
            MayRedeem mayRedeem,
            UseCard useCard,
            Circles circles,
            Passes passes,
            GivePass givePass,
            Enrol enrol,
            Apply apply,
            JoinPassword passwords,
            Limits limits,
            TransactionTemplate transaction) {
        this.db = db;
        this.lookAtCard = lookAtCard;
        this.rows = rows;
        this.mayRedeem = mayRedeem;
        this.useCard = useCard;
        this.circles = circles;
        this.passes = passes;
        this.givePass = givePass;
        this.enrol = enrol;
        this.apply = apply;
        this.passwords = passwords;
        this.limits = limits;
        this.transaction = transaction;
    }

    /**
     * @param replies to the circle's questions, where joining is by application
     * @param password of the circle, where it asks for one
     */
    record Wish(String code, Replies replies, @Nullable String password) {}

    /** What came of it: {@code WAITING} where staff decide first. */
    record Redeemed(CircleId circle, Card.State state) {}

    /**
     * The same again by the same person changes nothing.
     *
     * @throws Refusal {@code gift.unknown}, {@code site.too-often}, {@code gift.waiting-already}, {@code join.wrong-password} and those of
     *     {@link MayRedeem#may}
     */
    Redeemed redeem(Person person, Wish wish) {
        var account = person.account();
        var found = lookAtCard.find(wish.code(), account.value().toString());
        var circle = circles.fresh(found.circle()).orElseThrow(LookAtCard::unknown);
        knowsPassword(circle, account, wish);
        return Objects.requireNonNull(transaction.execute(_ -> redeem(circle, found, account, wish)));
    }

    /** Before the transaction, because it is slow by design. */
    private void knowsPassword(Circle circle, AccountId account, Wish wish) {
        if (circle.joinMode() == JoinMode.PASSWORD && enrol.before(circle.id(), account) == Enrol.Before.NOTHING) {
            limits.take("join-password", account.value() + " " + circle.id().value(), 5, Duration.ofMinutes(10));
            if (wish.password() == null || !passwords.matches(circle.id(), wish.password())) {
                throw Refusal.invalid("joinPassword", "join.wrong-password");
            }
        }
    }

    private Redeemed redeem(Circle circle, Card found, AccountId account, Wish wish) {
        var card = rows.lock(circle.id(), found.id()).orElseThrow(LookAtCard::unknown);
        if (card.state() == Card.State.USED && card.isOf(account)) {
            return new Redeemed(circle.id(), Card.State.USED);
        }
        var parcel = rows.parcel(circle.id(), card.order()).orElseThrow();
        var had = passes.of(circle.id(), account).orElse(null);
        return switch (mayRedeem.may(circle, parcel, card, account, had)) {
            case MayRedeem.Outcome.StaffDecide(var removed) -> {
                // Who waits already does not ask again: staff may be deciding at this moment.
                if (card.state() == Card.State.UNUSED) {
                    await(circle, card, account);
                    apply.apply(circle, account, Role.MEMBER, wish.replies(), removed);
                }
                yield new Redeemed(circle.id(), Card.State.WAITING);
            }
            case MayRedeem.Outcome.Gives _ -> {
                // Another card or a payment at this moment may have changed what they have: from here on nothing does.
                mayRedeem.may(circle, parcel, card, account, givePass.lock(circle.id(), account));
                useCard.use(parcel, card, account);
                enrol.enrol(circle.id(), account, Role.MEMBER, circle.rulesVersion(), Came.GIFT);
                apply.settle(circle.id(), account);
                yield new Redeemed(circle.id(), Card.State.USED);
            }
        };
    }

    /** Nobody else can use it until staff have decided. */
    private void await(Circle circle, Card card, AccountId account) {
        if (rows.waiting(circle.id(), account)
                .filter(other -> !other.id().equals(card.id()))
                .isPresent()) {
            throw Refusal.conflict("gift.waiting-already");
        }
        db.sql("""
                update gifts.card
                   set state = 'waiting', account_id = :account
                 where circle_id = :circle and card_id = :id
                """)
                .with("circle", circle.id())
                .with("id", card.id())
                .with("account", account)
                .run();
        rows.noteForHolder(account, card);
    }
}
