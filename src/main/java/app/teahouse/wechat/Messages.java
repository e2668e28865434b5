package app.teahouse.wechat;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.Gateway.Found;
import app.teahouse.gateways.Gateway.News;
import app.teahouse.gateways.Gateway.Notification;
import app.teahouse.gateways.Gateway.Refunded;
import app.teahouse.gateways.Gateway.Told;
import app.teahouse.gateways.Gateway.Unreachable;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import com.wechat.pay.java.core.exception.DecryptionException;
import com.wechat.pay.java.core.exception.HttpException;
import com.wechat.pay.java.core.exception.MalformedMessageException;
import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.exception.ValidationException;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.refund.model.RefundNotification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What WeChat Pay tells by itself: signed by WeChat, closed with the merchant's key, and not older than five minutes. */
final class Messages {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String SIGNED = "WECHATPAY2-SHA256-RSA2048";
    private static final String CLOSED_BY = "AEAD_AES_256_GCM";

    private final Merchant merchant;
    private final JsonMapper json;
    private final NotificationParser parser;

    Messages(Merchant merchant, JsonMapper json) {
        this.merchant = merchant;
        this.json = json;
        this.parser = new NotificationParser(Map.of(SIGNED, merchant.verifier()), Map.of(CLOSED_BY, merchant.cipher()));
    }

    Notification read(Told told) throws Unreachable {
        var headers = told.headers();
        if (!isRecent(headers.get("wechatpay-timestamp"), told.at())) {
            throw notProven();
        }
        var body = new String(told.body(), StandardCharsets.UTF_8);
        var signed = new RequestParam.Builder()
                .serialNumber(headers.get("wechatpay-serial"))
                .signature(headers.get("wechatpay-signature"))
                .signType(headers.get("wechatpay-signature-type"))
                .timestamp(headers.get("wechatpay-timestamp"))
                .nonce(headers.get("wechatpay-nonce"))
                .body(body)
                .build();
        var message = parse(body);
        var type = message.path("event_type").asString("");
        var news = type.startsWith("REFUND.")
                ? refunded(opened(signed, RefundNotification.class))
                : paid(type, opened(signed, Transaction.class));
        return new Notification(message.path("id").asString(""), news);
    }

    private static boolean isRecent(@Nullable String seconds, Instant now) {
        return seconds != null
                && seconds.matches("\\d{1,12}")
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), now)
                                .abs()
                                .compareTo(TOLERANCE)
                        <= 0;
    }

    private JsonNode parse(String body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw notProven();
        }
    }

    private <T> T opened(RequestParam signed, Class<T> form) throws Unreachable {
        try {
            return parser.parse(signed, form);
        } catch (HttpException | ServiceException e) {
            // It is signed with a certificate that could not be fetched.
            throw Merchant.unreachable(e);
        } catch (ValidationException | MalformedMessageException | DecryptionException e) {
            throw notProven();
        } catch (RuntimeException e) {
            // The library falls over what is not base 64, and WeChat now and then sends such signatures to see what we
            // do.
            throw notProven();
        }
    }

    /** The price counts, not what WeChat's own vouchers left for the payer to pay. */
    private News paid(String type, Transaction order) {
        var checkout = id(order.getAttach());
        var isOurs = merchant.settings().merchantId().equals(order.getMchid());
        return type.equals("TRANSACTION.SUCCESS")
                        && isOurs
                        && checkout.isPresent()
                        && Orders.found(order) instanceof Found.Paid paid
                ? new News.Paid(checkout.get(), paid)
                : new News.Nothing();
    }

    private static News refunded(RefundNotification told) {
        var outcome = MoneyBack.outcome(told.getRefundId(), told.getRefundStatus(), told.getSuccessTime());
        var ours = MoneyBack.ours(told.getOutRefundNo());
        if (ours.isPresent()) {
            return new News.RefundEnded(ours.get(), outcome);
        }
        return outcome instanceof Refunded.Done done
                ? new News.GivenBack(
                        told.getTransactionId(),
                        told.getRefundId(),
                        Money.of(told.getAmount().getRefund(), "CNY"),
                        done.at())
                : new News.Nothing();
    }

    private static Optional<CheckoutId> id(@Nullable String attached) {
        try {
            return Optional.ofNullable(attached).map(UUID::fromString).map(CheckoutId::new);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Refusal notProven() {
        return Refusal.notAllowed("payment.not-proven");
    }
}
