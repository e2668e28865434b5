package app.teahouse.wechat;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Settings;
import app.teahouse.kernel.Visitor;
import app.teahouse.payments.Gateway.Setups;
import app.teahouse.payments.WayId;
import app.teahouse.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A payer inside WeChat passes through here before they pay, without seeing anything: WeChat says who they are to this merchant's
 * account, and asks them nothing ({@code snsapi_base}).
 */
@Controller
class OpenIdPages {
    static final String PATH = "/wechat/openid";

    /** A path of this site, which no browser takes for another host. */
    private static final Pattern HERE = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,500}");

    private final OpenIds openIds;
    private final AskWhoPays askWhoPays;
    private final ObjectProvider<Setups> setups;
    private final Settings settings;
    private final Hosts hosts = Hosts.REAL;

    OpenIdPages(OpenIds openIds, AskWhoPays askWhoPays, ObjectProvider<Setups> setups, Settings settings) {
        this.openIds = openIds;
        this.askWhoPays = askWhoPays;
        this.setups = setups;
        this.settings = settings;
    }

    @GetMapping(PATH)
    Page go(
            Visitor visitor,
            @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "") String to,
            HttpServletResponse response) {
        if (!HERE.matcher(to).matches()) {
            throw Refusal.notFound("wechat.nowhere");
        }
        var visit = new OpenIds.Visit(new WayId(Ids.parse(way)), to);
        var app = settings(visit).appId();
        var state = openIds.begin(visit, response);
        var back = URLEncoder.encode(settings.base() + PATH + "/back", StandardCharsets.UTF_8);
        return Page.to(hosts.browser() + "/connect/oauth2/authorize?appid=" + app + "&redirect_uri=" + back
                + "&response_type=code&scope=snsapi_base&state=" + state + "#wechat_redirect");
    }

    @GetMapping(PATH + "/back")
    Page back(
            Visitor visitor,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            HttpServletRequest request,
            HttpServletResponse response) {
        var visit = openIds.end(state, request, response)
                .filter(one -> !code.isEmpty())
                .orElseThrow(() -> Refusal.conflict("wechat.openid-failed"));
        var merchant = settings(visit);
        openIds.remember(merchant.appId(), askWhoPays.ask(merchant, code), response);
        return Page.to(visit.to());
    }

    private MerchantSettings settings(OpenIds.Visit visit) {
        var known = setups.getIfAvailable();
        if (known == null) {
            throw Refusal.notFound("wechat.nowhere");
        }
        return new MerchantSettings(known.of(visit.way(), WeChatGateway.KIND).settings());
    }
}
