package app.teahouse.occasions;

import app.teahouse.accounts.Letters;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Listener;
import app.teahouse.kernel.Money;
import app.teahouse.notify.NoticeKind;
import app.teahouse.payments.MoneyWaits;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells whoever received money that it waits for them: owner and partners in the app and by mail, operators by mail, as they have no
 * notices of circles that are not theirs.
 */
@Component
class TellOfWaitingMoney implements Listener<MoneyWaits> {
    private final MoneyNews moneyNews;
    private final Letters letters;
    private final Db db;

    TellOfWaitingMoney(MoneyNews moneyNews, Letters letters, Db db) {
        this.moneyNews = moneyNews;
        this.letters = letters;
        this.db = db;
    }

    @Override
    public Class<MoneyWaits> event() {
        return MoneyWaits.class;
    }

    @Override
    public void on(MoneyWaits event) {
        if (!event.receivedByCircle()) {
            db.sql(
                            "select account_id from accounts.account where operator and state = 'active' order by account_id desc limit 20")
                    .all((row, n) -> new AccountId(Db.uuid(row, 1)))
                    .forEach(operator -> letters.write(
                            operator,
                            "occasions.letter.money-waits-site",
                            Map.of("number", event.number()),
                            "/site/money"));
            return;
        }
        var word = new MoneyNews.Word(
                NoticeKind.MONEY_WAITS,
                "waits:" + event.thing() + ":" + event.at().toEpochMilli(),
                "",
                Money.of(event.minor(), event.currency()),
                event.number(),
                "- " + event.why(),
                "money-waits",
                "/manage/money/confirm");
        moneyNews.tell(event.circle(), word, moneyNews.staff(event.circle()));
    }
}
