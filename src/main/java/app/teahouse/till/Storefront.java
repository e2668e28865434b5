package app.teahouse.till;

import app.teahouse.gateways.Gateway.Able;
import app.teahouse.gateways.Gateway.Manner;
import app.teahouse.gateways.Gateways;
import app.teahouse.gateways.Way;
import app.teahouse.gateways.Ways;
import app.teahouse.kernel.CircleId;
import app.teahouse.ways.Selling;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The one place that decides what may be sold here, and by which way it can be paid. Pages with a price or a button to buy ask it
 * first: {@code storefront.here(request).sells()}.
 */
@Component
public class Storefront {
    private final Ways ways;
    private final Gateways gateways;
    private final Selling selling;

    Storefront(Ways ways, Gateways gateways, Selling selling) {
        this.ways = ways;
        this.gateways = gateways;
        this.selling = selling;
    }

    /**
     * What holds in somebody's browser.
     *
     * @param sells whether prices, buttons to buy and any hint of them may be shown. Where not, joining what is free still works
     */
    public record Here(Browser browser, boolean sells) {}

    public Here here(HttpServletRequest request) {
        var browser = Browser.of(request.getHeader(HttpHeaders.USER_AGENT));
        return new Here(browser, sells(browser, selling.switches().wechatIos()));
    }

    /** Apple and WeChat forbid it in WeChat on iPhones, unless the operator knows better. */
    static boolean sells(Browser browser, boolean wechatIos) {
        return browser != Browser.WECHAT_IOS || wechatIos;
    }

    /** A way that can be used here, and how. */
    public record Choice(Way way, Able able, Manner manner) {}

    public List<Choice> choices(Here here, CircleId circle, String currency) {
        if (!here.sells()) {
            return List.of();
        }
        return ways.of(circle).stream()
                .filter(way -> way.takes(currency))
                .flatMap(way -> choice(here.browser(), way).stream())
                .toList();
    }

    private Optional<Choice> choice(Browser browser, Way way) {
        return gateways.find(way.kind())
                .flatMap(gateway ->
                        manner(browser, gateway.able()).map(manner -> new Choice(way, gateway.able(), manner)));
    }

    /**
     * How a payer is led in this browser, if at all. What has a way for inside of WeChat does not work there by a redirect (WeChat's own
     * H5 pages say so); a code on a phone's screen can't be scanned by that phone.
     */
    static Optional<Manner> manner(Browser browser, Able able) {
        var inWechat = able.manners().contains(Manner.IN_WECHAT);
        return order(browser).stream()
                .filter(able.manners()::contains)
                .filter(manner -> manner != Manner.REDIRECT || !inWechat || browser == Browser.PHONE)
                .findFirst();
    }

    private static List<Manner> order(Browser browser) {
        return switch (browser) {
            case DESKTOP -> List.of(Manner.QR_CODE, Manner.REDIRECT, Manner.INSTRUCTIONS);
            case PHONE -> List.of(Manner.REDIRECT, Manner.INSTRUCTIONS);
            case WECHAT_ANDROID, WECHAT_IOS -> List.of(Manner.IN_WECHAT, Manner.REDIRECT, Manner.INSTRUCTIONS);
            case WECHAT_DESKTOP -> List.of(Manner.QR_CODE, Manner.IN_WECHAT, Manner.REDIRECT, Manner.INSTRUCTIONS);
        };
    }
}
