package app.teahouse.gifts;

import app.teahouse.circles.Circle;
import app.teahouse.circles.CircleTexts;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Visitor;
import app.teahouse.passes.Passes;
import app.teahouse.plans.Calendar.Span;
import app.teahouse.questions.Answers;
import app.teahouse.web.Frame;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a card's page says to whoever opens it. It writes nothing. */
@Component
class ShowCard {
    private final GiftRows rows;
    private final MayRedeem mayRedeem;
    private final UseCard useCard;
    private final Codes codes;
    private final Circles circles;
    private final CircleTexts texts;
    private final Passes passes;
    private final Answers answers;
    private final Clock clock;

    ShowCard(
            GiftRows rows,
            MayRedeem mayRedeem,
            UseCard useCard,
            Codes codes,
            Circles circles,
            CircleTexts texts,
            Passes passes,
            Answers answers,
            Clock clock) {
        this.rows = rows;
        this.mayRedeem = mayRedeem;
        this.useCard = useCard;
        this.codes = codes;
        this.circles = circles;
        this.texts = texts;
        this.passes = passes;
        this.answers = answers;
        this.clock = clock;
    }

    /** What a card does for its reader, or why nothing. */
    private record Means(@Nullable Span span, @Nullable String refusal, boolean staffDecide, boolean byPassword) {}

    CardView show(Visitor visitor, Card card, Frame frame) {
        var circle = circles.byId(card.circle())
                .filter(found -> !found.isGone(clock.instant()))
                .orElseThrow(LookAtCard::unknown);
        var parcel = rows.parcel(card.circle(), card.order()).orElseThrow(LookAtCard::unknown);
        var account = visitor.person().map(person -> person.account()).orElse(null);
        var means = means(circle, parcel, card, account, frame);
        var mine = account != null && card.isOf(account);
        var code = codes.of(card.id());
        return new CardView(
                circle.face(),
                parcel,
                useCard.plan(parcel).promise(),
                Codes.readable(code),
                "/g/" + code,
                card.validUntil(),
                means.refusal() == null,
                account != null,
                means.span(),
                means.refusal(),
                mine && card.state() == Card.State.USED,
                mine && card.state() == Card.State.WAITING,
                means.staffDecide(),
                means.byPassword(),
                means.staffDecide() && circle.joinMode() == Circle.JoinMode.APPLICATION
                        ? texts.questions(circle.id())
                        : List.of(),
                account != null && mine && card.state() == Card.State.USED && answers.isAsked(card.circle(), account));
    }

    private Means means(Circle circle, Parcel parcel, Card card, @Nullable AccountId account, Frame frame) {
        try {
            if (account == null) {
                mayRedeem.mayAnybody(circle, card, null);
                return new Means(null, null, false, false);
            }
            var had = passes.of(circle.id(), account).orElse(null);
            return switch (mayRedeem.may(circle, parcel, card, account, had)) {
                case MayRedeem.Outcome.Gives(var span, var byPassword) -> new Means(span, null, false, byPassword);
                case MayRedeem.Outcome.StaffDecide(var removed) -> new Means(null, null, true, false);
            };
        } catch (Refusal refusal) {
            return new Means(null, frame.t("problem." + refusal.code(), refusal.facts()), false, false);
        }
    }
}
