package app.teahouse.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.gateways.Gateway.RefundAsk;
import app.teahouse.gateways.Gateway.Refunded;
import app.teahouse.gateways.Gateway.Unreachable;
import app.teahouse.gateways.RefundId;
import app.teahouse.kernel.Ids;
import app.teahouse.wechat.LocalWeChat.Trouble;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MoneyBackTest extends WeChatAtHand {

    @Test
    void money_goes_back_once() throws Unreachable {
        var ask = refund(990);

        var done = gateway.refund(setup(), ask);

        assertThat(done)
                .isEqualTo(new Refunded.Done(
                        "50301", OffsetDateTime.parse(WeChatBooks.PAID_AT).toInstant()));
        assertThat(gateway.refund(setup(), ask)).isEqualTo(done);
        assertThat(weChat.books.refunds()).isEqualTo(1);
        var asked = weChat.books.refund().asked;
        assertThat(asked.path("transaction_id").asString()).isEqualTo("4200001");
        assertThat(asked.path("amount").path("total").asInt()).isEqualTo(1990);
        assertThat(asked.path("amount").path("refund").asInt()).isEqualTo(990);
        assertThat(asked.path("notify_url").asString()).isEqualTo("https://circles.example.org/notify");
    }

    @Test
    void a_refund_may_take_a_while_or_need_a_person() throws Unreachable {
        var slow = refund(777);
        assertThat(gateway.refund(setup(), slow)).isEqualTo(new Refunded.OnItsWay("50301"));
        weChat.books.refund().put("status", "SUCCESS");
        assertThat(gateway.refund(setup(), slow)).isInstanceOf(Refunded.Done.class);

        assertThat(gateway.refund(setup(), refund(888))).isEqualTo(new Refunded.Refused("abnormal"));
        assertThat(gateway.refund(setup(), refund(999))).isEqualTo(new Refunded.Refused("NOT_ENOUGH"));
        assertThat(gateway.refund(setup(), refund(1991))).isEqualTo(new Refunded.Refused("INVALID_REQUEST"));
    }

    @ParameterizedTest
    @EnumSource(names = {"BUSY", "BROKEN", "CUT_AFTER_ACTING", "FORGED"})
    void a_refund_of_which_nothing_is_known_is_made_once(Trouble trouble) throws Unreachable {
        var ask = refund(990);
        gateway.lookUp(setup(), checkout(), "261123-7K-ABCDEFGH", ""); // which fetches the certificates
        weChat.trouble(trouble, 2);
        assertThatThrownBy(() -> gateway.refund(setup(), ask)).isInstanceOf(Unreachable.class);

        weChat.trouble(Trouble.NONE, 0);
        assertThat(gateway.refund(setup(), ask)).isInstanceOf(Refunded.Done.class);
        assertThat(weChat.books.refunds()).isEqualTo(1);
    }

    private static RefundAsk refund(long fen) {
        return new RefundAsk(
                new RefundId(Ids.next()),
                "261123-R1",
                "4200001",
                cny(1990),
                cny(fen),
                "as agreed",
                "https://circles.example.org/notify");
    }
}
