package app.teahouse.wechat;

import app.teahouse.gateways.Gateway.Setups;
import app.teahouse.gateways.WayId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Settings;
import app.teahouse.kernel.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
    private final Setups setups;
    private final Settings settings;
    private final Hosts hosts = Hosts.REAL;

    OpenIdPages(OpenIds openIds, AskWhoPays askWhoPays, Setups setups, Settings settings) {
        this.openIds = openIds;
        this.askWhoPays = askWhoPays;
        this.setups = setups;
        this.settings = settings;
    }

    @GetMapping(PATH)
    ResponseEntity<Void> go(
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
        return to(hosts.browser() + "/connect/oauth2/authorize?appid=" + app + "&redirect_uri=" + back
                + "&response_type=code&scope=snsapi_base&state=" + state + "#wechat_redirect");
    }

    @GetMapping(PATH + "/back")
    ResponseEntity<Void> back(
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
        return to(visit.to());
    }

    private static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", address)
                .header("Cache-Control", "no-store")
                .build();
    }

    private MerchantSettings settings(OpenIds.Visit visit) {
        return new MerchantSettings(setups.of(visit.way(), WeChatGateway.KIND).settings());
    }
}
