package app.teahouse.wechat;

import app.teahouse.gateways.Gateway.Ask;
import app.teahouse.gateways.Gateway.Begun;
import app.teahouse.gateways.Gateway.Found;
import app.teahouse.gateways.Gateway.Unreachable;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.util.NonceUtil;
import com.wechat.pay.java.service.payments.h5.H5Service;
import com.wechat.pay.java.service.payments.jsapi.JsapiService;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.payments.nativepay.model.CloseOrderRequest;
import com.wechat.pay.java.service.payments.nativepay.model.QueryOrderByOutTradeNoRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Orders at WeChat Pay: one for each checkout of ours, begun in one of three manners. Begun again it has to say the same, so no time is
 * named at which an order ends: it is closed. What WeChat gives for paying it is good for two hours, its address for five minutes.
 */
final class Orders {
    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);
    private static final int MOST_TITLE = 40;

    private final Merchant merchant;

    Orders(Merchant merchant) {
        this.merchant = merchant;
    }

    Begun begin(Ask ask) throws Unreachable {
        if (!ask.amount().code().equals("CNY")) {
            throw Refusal.conflict("wechat.only-cny");
        }
        try {
            return switch (ask.manner()) {
                case QR_CODE -> byCode(ask);
                case REDIRECT -> inBrowser(ask);
                case IN_WECHAT -> inWeChat(ask);
                case INSTRUCTIONS -> throw new IllegalArgumentException("Not a manner of WeChat Pay");
            };
        } catch (ServiceException e) {
            throw refused(e);
        }
    }

    private static Refusal refused(ServiceException e) {
        LOG.warn("WeChat Pay refuses a payment: {} {}", e.getErrorCode(), e.getErrorMessage());
        return switch (e.getErrorCode()) {
            case "ORDERPAID", "ORDER_PAID" -> Refusal.conflict("wechat.paid-already");
            case "ORDER_CLOSED", "ORDERCLOSED", "OUT_TRADE_NO_USED" -> Refusal.conflict("wechat.order-over");
            default -> Refusal.conflict("wechat.refused");
        };
    }

    private Begun byCode(Ask ask) throws Unreachable {
        var amount = new com.wechat.pay.java.service.payments.nativepay.model.Amount();
        amount.setTotal(fen(ask.amount()));
        amount.setCurrency("CNY");
        var order = new com.wechat.pay.java.service.payments.nativepay.model.PrepayRequest();
        order.setAppid(merchant.settings().appId());
        order.setMchid(merchant.settings().merchantId());
        order.setDescription(title(ask));
        order.setOutTradeNo(ask.number());
        order.setAttach(ask.checkout().value().toString());
        order.setNotifyUrl(ask.notifyTo());
        order.setAmount(amount);
        var codes = new NativePayService.Builder().httpClient(merchant.line()).build();
        var begun = merchant.ask(() -> codes.prepay(order));
        return new Begun(ask.number(), null, begun.getCodeUrl(), Map.of());
    }

    /** WeChat wants to see that the browser comes from the registered domain, and where on the network it is. */
    private Begun inBrowser(Ask ask) throws Unreachable {
        var amount = new com.wechat.pay.java.service.payments.h5.model.Amount();
        amount.setTotal(fen(ask.amount()));
        amount.setCurrency("CNY");
        var browser = new com.wechat.pay.java.service.payments.h5.model.H5Info();
        browser.setType("Wap");
        var scene = new com.wechat.pay.java.service.payments.h5.model.SceneInfo();
        scene.setPayerClientIp(ask.clientAddress());
        scene.setH5Info(browser);
        var order = new com.wechat.pay.java.service.payments.h5.model.PrepayRequest();
        order.setAppid(merchant.settings().appId());
        order.setMchid(merchant.settings().merchantId());
        order.setDescription(title(ask));
        order.setOutTradeNo(ask.number());
        order.setAttach(ask.checkout().value().toString());
        order.setNotifyUrl(ask.notifyTo());
        order.setAmount(amount);
        order.setSceneInfo(scene);
        var browsers = new H5Service.Builder().httpClient(merchant.line()).build();
        var begun = merchant.ask(() -> browsers.prepay(order));
        var back = URLEncoder.encode(ask.returnTo(), StandardCharsets.UTF_8);
        return new Begun(ask.number(), begun.getH5Url() + "&redirect_url=" + back, null, Map.of());
    }

    private Begun inWeChat(Ask ask) throws Unreachable {
        if (ask.openId() == null) {
            throw Refusal.conflict("wechat.openid-failed");
        }
        var amount = new com.wechat.pay.java.service.payments.jsapi.model.Amount();
        amount.setTotal(fen(ask.amount()));
        amount.setCurrency("CNY");
        var payer = new com.wechat.pay.java.service.payments.jsapi.model.Payer();
        payer.setOpenid(ask.openId());
        var order = new com.wechat.pay.java.service.payments.jsapi.model.PrepayRequest();
        order.setAppid(merchant.settings().appId());
        order.setMchid(merchant.settings().merchantId());
        order.setDescription(title(ask));
        order.setOutTradeNo(ask.number());
        order.setAttach(ask.checkout().value().toString());
        order.setNotifyUrl(ask.notifyTo());
        order.setAmount(amount);
        order.setPayer(payer);
        var inside = new JsapiService.Builder().httpClient(merchant.line()).build();
        var begun = merchant.ask(() -> inside.prepay(order));
        return new Begun(ask.number(), null, null, script("prepay_id=" + begun.getPrepayId()));
    }

    /** What the page hands to WeChat ({@code getBrandWCPayRequest}), signed so that nobody changes it on the way. */
    private Map<String, String> script(String prepared) {
        var app = merchant.settings().appId();
        var time = String.valueOf(merchant.now().getEpochSecond());
        var nonce = NonceUtil.createNonce(32);
        var signed = merchant.signer().sign(app + "\n" + time + "\n" + nonce + "\n" + prepared + "\n");
        var script = new LinkedHashMap<String, String>();
        script.put("appId", app);
        script.put("timeStamp", time);
        script.put("nonceStr", nonce);
        script.put("package", prepared);
        script.put("signType", "RSA");
        script.put("paySign", signed.getSign());
        return script;
    }

    private static int fen(Money amount) {
        return Math.toIntExact(amount.minor());
    }

    /** WeChat counts 127, in bytes by some of its pages and in characters by others. */
    private static String title(Ask ask) {
        var title = ask.title().strip();
        return title.codePointCount(0, title.length()) <= MOST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, MOST_TITLE - 1)) + "…";
    }

    Found lookUp(String number) throws Unreachable {
        var request = new QueryOrderByOutTradeNoRequest();
        request.setMchid(merchant.settings().merchantId());
        request.setOutTradeNo(number);
        var orders = new NativePayService.Builder().httpClient(merchant.line()).build();
        try {
            return found(merchant.ask(() -> orders.queryOrderByOutTradeNo(request)));
        } catch (ServiceException e) {
            if (e.getHttpStatusCode() == 404) {
                return new Found.Waiting();
            }
            throw Merchant.unreachable(e);
        }
    }

    /** What was given back later was paid all the same. */
    static Found found(Transaction order) {
        return switch (order.getTradeState()) {
            case SUCCESS, REFUND ->
                new Found.Paid(
                        order.getTransactionId(),
                        Money.of(order.getAmount().getTotal(), "CNY"),
                        OffsetDateTime.parse(order.getSuccessTime()).toInstant(),
                        null);
            case CLOSED, REVOKED ->
                new Found.Closed(order.getTradeState().name().toLowerCase(Locale.ROOT));
            case NOTPAY, USERPAYING, PAYERROR, ACCEPT -> new Found.Waiting();
        };
    }

    void close(String number) throws Unreachable {
        var request = new CloseOrderRequest();
        request.setMchid(merchant.settings().merchantId());
        request.setOutTradeNo(number);
        var orders = new NativePayService.Builder().httpClient(merchant.line()).build();
        try {
            merchant.ask(() -> {
                orders.closeOrder(request);
                return number;
            });
        } catch (ServiceException e) {
            // Whether it was paid is for lookUp to say.
        }
    }
}
