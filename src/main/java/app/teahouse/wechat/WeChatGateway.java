package app.teahouse.wechat;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.Gateway;
import app.teahouse.gateways.WayId;
import app.teahouse.kernel.Ids;
import app.teahouse.outside.Calls;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * WeChat Pay, version 3 of its API. No signature here names a type of its library: none of it is loaded before somebody pays. For the
 * site only: whoever receives by it has to have the site's domain registered with WeChat.
 */
@Component
class WeChatGateway implements Gateway {
    static final String KIND = "wechat";

    /** Opened keys and WeChat's certificates, for each way as it is set up now. */
    private final Cache<Setup, Merchant> merchants = Caffeine.newBuilder()
            .maximumSize(50)
            .expireAfterAccess(Duration.ofMinutes(30))
            .build();

    private final Calls calls;
    private final Clock clock;
    private final JsonMapper json;
    private final OpenIds openIds;
    private final Hosts hosts;

    @Autowired
    WeChatGateway(Calls calls, Clock clock, JsonMapper json, OpenIds openIds) {
        this(calls, clock, json, openIds, Hosts.REAL);
    }

    WeChatGateway(Calls calls, Clock clock, JsonMapper json, OpenIds openIds, Hosts hosts) {
        this.calls = calls;
        this.clock = clock;
        this.json = json;
        this.openIds = openIds;
        this.hosts = hosts;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Able able() {
        return new Able(
                Set.of("CNY"),
                Set.of(Manner.IN_WECHAT, Manner.REDIRECT, Manner.QR_CODE),
                true,
                false,
                false,
                true,
                false);
    }

    @Override
    public List<Field> fields() {
        return MerchantSettings.FIELDS;
    }

    @Override
    public void check(Map<String, String> settings) {
        new MerchantSettings(settings).check();
    }

    @Override
    public @Nullable String openId(Setup setup, HttpServletRequest request) {
        return openIds.known(new MerchantSettings(setup.settings()).appId(), request);
    }

    @Override
    public String introduction(WayId way, String returnTo) {
        return OpenIdPages.PATH + "?way=" + Ids.text(way) + "&to="
                + URLEncoder.encode(returnTo, StandardCharsets.UTF_8);
    }

    @Override
    public Begun begin(Setup setup, Ask ask) throws Unreachable {
        return new Orders(merchant(setup)).begin(ask);
    }

    @Override
    public Found lookUp(Setup setup, CheckoutId checkout, String number, String reference) throws Unreachable {
        return new Orders(merchant(setup)).lookUp(number);
    }

    @Override
    public void close(Setup setup, CheckoutId checkout, String number, String reference) throws Unreachable {
        new Orders(merchant(setup)).close(number);
    }

    @Override
    public Refunded refund(Setup setup, RefundAsk ask) throws Unreachable {
        return new MoneyBack(merchant(setup)).refund(ask);
    }

    /** Nothing is kept that could be charged: {@link Able#saves()}. */
    @Override
    public Charged charge(Setup setup, ChargeAsk ask) {
        throw new UnsupportedOperationException("WeChat Pay keeps nothing to charge");
    }

    @Override
    public Notification read(Setup setup, Told told) throws Unreachable {
        return new Messages(merchant(setup), json).read(told);
    }

    @Override
    public String thanks() {
        return "{\"code\":\"SUCCESS\",\"message\":\"成功\"}";
    }

    @Override
    public String sorry() {
        return "{\"code\":\"FAIL\",\"message\":\"失败\"}";
    }

    private Merchant merchant(Setup setup) {
        return merchants.get(
                setup, one -> new Merchant(new MerchantSettings(one.settings()), calls, clock, hosts.pay()));
    }
}
