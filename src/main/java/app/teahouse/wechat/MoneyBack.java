package app.teahouse.wechat;

import app.teahouse.gateways.Gateway.RefundAsk;
import app.teahouse.gateways.Gateway.Refunded;
import app.teahouse.gateways.Gateway.Unreachable;
import app.teahouse.gateways.RefundId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.service.refund.RefundService;
import com.wechat.pay.java.service.refund.model.AmountReq;
import com.wechat.pay.java.service.refund.model.CreateRequest;
import com.wechat.pay.java.service.refund.model.QueryByOutRefundNoRequest;
import com.wechat.pay.java.service.refund.model.Refund;
import com.wechat.pay.java.service.refund.model.Status;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Money that goes back to somebody's WeChat. Our id of a refund is WeChat's {@code out_refund_no}. */
final class MoneyBack {
    private static final int MOST_REASON = 60;
    /** These say something about who asks, and nothing about the refund. */
    private static final Set<String> NOT_ABOUT_IT = Set.of("NO_AUTH", "MCH_NOT_EXISTS", "PARAM_ERROR");

    private final Merchant merchant;
    private final RefundService refunds;

    MoneyBack(Merchant merchant) {
        this.merchant = merchant;
        this.refunds = new RefundService.Builder().httpClient(merchant.line()).build();
    }

    Refunded refund(RefundAsk ask) throws Unreachable {
        try {
            var before = before(ask.refund());
            return outcome(before.isPresent() ? before.get() : merchant.ask(() -> refunds.create(request(ask))));
        } catch (ServiceException e) {
            if (NOT_ABOUT_IT.contains(e.getErrorCode())) {
                throw Merchant.unreachable(e);
            }
            return new Refunded.Refused(e.getErrorCode());
        }
    }

    private Optional<Refund> before(RefundId refund) throws Unreachable {
        var request = new QueryByOutRefundNoRequest();
        request.setOutRefundNo(Ids.text(refund));
        try {
            return Optional.of(merchant.ask(() -> refunds.queryByOutRefundNo(request)));
        } catch (ServiceException e) {
            if (e.getHttpStatusCode() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static CreateRequest request(RefundAsk ask) {
        var amount = new AmountReq();
        amount.setRefund(ask.amount().minor());
        amount.setTotal(ask.paid().minor());
        amount.setCurrency(ask.amount().code());
        var request = new CreateRequest();
        request.setTransactionId(ask.payment());
        request.setOutRefundNo(Ids.text(ask.refund()));
        request.setReason(shortened(ask.number() + " " + ask.reason()));
        request.setNotifyUrl(ask.notifyTo());
        request.setAmount(amount);
        return request;
    }

    private static String shortened(String reason) {
        var text = reason.strip();
        return text.codePointCount(0, text.length()) <= MOST_REASON
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST_REASON));
    }

    private static Refunded outcome(Refund refund) {
        return outcome(refund.getRefundId(), refund.getStatus(), refund.getSuccessTime());
    }

    /** Abnormal is when the payer's bank takes nothing in any more: the merchant then has to say at WeChat where it goes. */
    static Refunded outcome(String reference, Status status, @Nullable String at) {
        return switch (status) {
            case SUCCESS -> new Refunded.Done(reference, at == null ? Instant.EPOCH : time(at));
            case PROCESSING -> new Refunded.OnItsWay(reference);
            case ABNORMAL -> new Refunded.Refused("abnormal");
            case CLOSED -> new Refunded.Refused("closed");
        };
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    /** The refund of ours that a number of WeChat's messages names; nothing where somebody refunded on WeChat's own pages. */
    static Optional<RefundId> ours(@Nullable String number) {
        try {
            return number == null || number.length() != 26
                    ? Optional.empty()
                    : Optional.of(new RefundId(Ids.parse(number)));
        } catch (Refusal e) {
            return Optional.empty();
        }
    }
}
