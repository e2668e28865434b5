package app.teahouse.occasions;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Listener;
import app.teahouse.kernel.Money;
import app.teahouse.notify.NoticeKind;
import app.teahouse.payouts.PayoutMoved;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells the owner what becomes of a payout, so that one they did not ask for is noticed; the partners where one of them says yes; and
 * the operators who send it.
 */
@Component
class TellOfPayouts implements Listener<PayoutMoved> {
    private final MoneyNews moneyNews;

    TellOfPayouts(MoneyNews moneyNews) {
        this.moneyNews = moneyNews;
    }

    @Override
    public Class<PayoutMoved> event() {
        return PayoutMoved.class;
    }

    @Override
    public void on(PayoutMoved event) {
        if (event.state().equals("second")) {
            tell(event, NoticeKind.PAYOUT_SECOND, partners(event));
        }
        var kind = switch (event.state()) {
            case "approved" -> NoticeKind.PAYOUT_APPROVED;
            case "paid" -> NoticeKind.PAYOUT_PAID;
            case "failed" -> NoticeKind.PAYOUT_FAILED;
            case "returned" -> NoticeKind.PAYOUT_RETURNED;
            default -> NoticeKind.PAYOUT_ASKED;
        };
        tell(event, kind, List.of(event.askedBy()));
        if (kind == NoticeKind.PAYOUT_APPROVED || event.state().equals("asked")) {
            moneyNews
                    .face(event.circle())
                    .ifPresent(face -> moneyNews.operators(
                            "payout-waits-site",
                            Map.of("circle", face.name(), "sum", Money.of(event.minor(), event.currency())),
                            "/site/money/payouts"));
        }
    }

    private List<AccountId> partners(PayoutMoved event) {
        return moneyNews.staff(event.circle()).stream()
                .filter(account -> !account.equals(event.askedBy()))
                .toList();
    }

    private void tell(PayoutMoved event, NoticeKind kind, List<AccountId> readers) {
        var payout = Ids.text(event.payout());
        var step = Db.name(kind).replace('_', '-');
        var word = new MoneyNews.Word(
                kind,
                "payout:" + event.payout().value() + ":" + step,
                "",
                Money.of(event.minor(), event.currency()),
                event.detail(),
                payout,
                step,
                "/manage/money/payouts/" + payout);
        moneyNews.tell(event.circle(), word, readers);
    }
}
