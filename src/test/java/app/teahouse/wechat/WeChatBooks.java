package app.teahouse.wechat;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What {@link LocalWeChat} knows and does: orders, refunds, and who opened a page. */
final class WeChatBooks {
    static final String PAID_AT = "2026-11-23T10:34:56+08:00";

    record Reply(int status, Object body) {}

    /** An order or a refund, by the names of WeChat's interface. */
    static final class Thing extends LinkedHashMap<String, Object> {
        JsonNode asked;

        Thing(JsonNode asked) {
            this.asked = asked;
        }
    }

    private final Map<String, Thing> orders = new LinkedHashMap<>();
    private final Map<String, Thing> refunds = new LinkedHashMap<>();

    Thing order(String number) {
        return requireNonNull(orders.get(number), number);
    }

    int refunds() {
        return refunds.size();
    }

    Thing refund() {
        return refunds.values().iterator().next();
    }

    /** The payer pays, and a voucher of WeChat's pays a part of it. */
    Thing pay(String number, int voucher) {
        var order = order(number);
        var total = order.asked.path("amount").path("total").asInt();
        order.put("trade_state", "SUCCESS");
        order.put("trade_type", "JSAPI");
        order.put("bank_type", "OTHERS");
        order.put("transaction_id", "42000" + number.hashCode());
        order.put("success_time", PAID_AT);
        order.put(
                "amount",
                Map.of("total", total, "payer_total", total - voucher, "currency", "CNY", "payer_currency", "CNY"));
        return order;
    }

    Reply look(String path) {
        var number = path.substring(path.lastIndexOf('/') + 1);
        var found = path.startsWith("/v3/refund/") ? refunds.get(number) : orders.get(number);
        return found == null
                ? error(404, path.startsWith("/v3/refund/") ? "RESOURCE_NOT_EXISTS" : "ORDER_NOT_EXIST")
                : new Reply(200, found);
    }

    Reply act(String path, JsonNode asked) {
        if (path.endsWith("/close")) {
            return close(path.split("/")[5]);
        }
        return path.startsWith("/v3/refund/") ? giveBack(asked) : begin(path, asked);
    }

    private Reply begin(String path, JsonNode asked) {
        var number = asked.path("out_trade_no").asString();
        if (!number.matches("[0-9A-Za-z_*|-]{6,32}")
                || !asked.path("notify_url").asString().startsWith("https://")) {
            return error(400, "PARAM_ERROR");
        }
        if (asked.path("amount").path("total").asInt() == 403) {
            return error(403, "NO_AUTH");
        }
        var before = orders.get(number);
        if (before != null && !before.asked.equals(asked)) {
            return error(400, "OUT_TRADE_NO_USED");
        }
        if (before != null && !"NOTPAY".equals(before.get("trade_state"))) {
            return error(400, "SUCCESS".equals(before.get("trade_state")) ? "ORDERPAID" : "ORDER_CLOSED");
        }
        var order = new Thing(asked);
        order.put("appid", asked.path("appid").asString());
        order.put("mchid", asked.path("mchid").asString());
        order.put("out_trade_no", number);
        order.put("attach", asked.path("attach").asString());
        order.put("trade_state", "NOTPAY");
        orders.put(number, order);
        return new Reply(200, prepared(path));
    }

    private static Map<String, Object> prepared(String path) {
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "native" -> Map.of("code_url", "weixin://wxpay/bizpayurl?pr=p4lpSuKzz");
            case "h5" ->
                Map.of(
                        "h5_url",
                        "https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=wx20&package=1037687096");
            default -> Map.of("prepay_id", "wx201410272009395522657a690389285100");
        };
    }

    private Reply close(String number) {
        var order = orders.get(number);
        if (order == null || "SUCCESS".equals(order.get("trade_state"))) {
            return error(400, order == null ? "ORDER_NOT_EXIST" : "ORDERPAID");
        }
        order.put("trade_state", "CLOSED");
        return new Reply(204, Map.of());
    }

    /** 777 takes a while, 888 meets a bank that takes nothing in any more, 999 is more than the merchant has. */
    private Reply giveBack(JsonNode asked) {
        var sum = asked.path("amount").path("refund").asInt();
        if (sum > asked.path("amount").path("total").asInt()) {
            return error(400, "INVALID_REQUEST");
        }
        if (sum == 999) {
            return error(403, "NOT_ENOUGH");
        }
        var number = asked.path("out_refund_no").asString();
        var refund = refunds.computeIfAbsent(number, _ -> new Thing(asked));
        refund.put("refund_id", "5030" + refunds.size());
        refund.put("out_refund_no", number);
        refund.put("transaction_id", asked.path("transaction_id").asString());
        refund.put("status", sum == 777 ? "PROCESSING" : sum == 888 ? "ABNORMAL" : "SUCCESS");
        refund.put("success_time", PAID_AT);
        refund.put(
                "amount",
                Map.of(
                        "refund",
                        sum,
                        "total",
                        asked.path("amount").path("total").asInt(),
                        "currency",
                        "CNY"));
        return new Reply(200, refund);
    }

    Reply who(@Nullable String query) {
        return query != null && query.contains("appid=wx0123456789abcdef&secret=" + "0a".repeat(16) + "&code=right&")
                ? new Reply(
                        200,
                        Map.of(
                                "access_token",
                                "T",
                                "expires_in",
                                7200,
                                "openid",
                                "oUpF8uMuAJO",
                                "scope",
                                "snsapi_base"))
                : new Reply(200, Map.of("errcode", 40029, "errmsg", "invalid code"));
    }

    static Reply error(int status, String code) {
        return new Reply(status, Map.of("code", code, "message", "不行"));
    }
}
