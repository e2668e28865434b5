package app.teahouse.demo;

import app.teahouse.gateways.Ways;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.ways.SetUpWay;
import app.teahouse.ways.SetUpWay.WayText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lets the made-up people pay: by the gateway that plays for all, and by hand in each circle. */
@Component
class SetWays {
    private final SetUpWay setUpWay;

    SetWays(SetUpWay setUpWay) {
        this.setUpWay = setUpWay;
    }

    void ofSite(AccountId operator) {
        setUpWay.addFor(Ways.SITE, operator, "practice", new WayText("模拟支付 Practice", true, List.of(), Map.of()));
    }

    void ofCircle(CircleId circle, AccountId owner, Locale language) {
        var chinese = language.getLanguage().equals("zh");
        setUpWay.addFor(
                circle,
                owner,
                "byhand",
                chinese
                        ? new WayText(
                                "银行转账",
                                true,
                                List.of("CNY"),
                                Map.of("instructions", "户名：示例圈子\n开户行：示例银行\n账号：0000 0000 0000 0000（演示，请勿转账）"))
                        : new WayText(
                                "Bank transfer",
                                true,
                                List.of("USD"),
                                Map.of(
                                        "instructions",
                                        "Name: Example Circle\nBank: Bank of Example\nAccount: 0000 0000 0000 (a demo: transfer nothing)")));
    }
}
