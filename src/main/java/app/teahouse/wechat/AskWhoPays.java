package app.teahouse.wechat;

import app.teahouse.kernel.Refusal;
import app.teahouse.outside.Calls;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Changes the code that a browser brought from WeChat for the name of whoever sits before it ({@code openid}). A code is good once. */
@Component
class AskWhoPays {
    private static final Logger LOG = LoggerFactory.getLogger(AskWhoPays.class);

    private final Calls calls;
    private final JsonMapper json;
    private final Hosts hosts;

    @Autowired
    AskWhoPays(Calls calls, JsonMapper json) {
        this(calls, json, Hosts.REAL);
    }

    AskWhoPays(Calls calls, JsonMapper json, Hosts hosts) {
        this.calls = calls;
        this.json = json;
        this.hosts = hosts;
    }

    /** @throws Refusal {@code wechat.openid-failed}, or {@code wechat.silent} where WeChat does not answer */
    String ask(MerchantSettings merchant, String code) {
        var address = URI.create(hosts.accounts() + "/sns/oauth2/access_token?appid=" + encoded(merchant.appId())
                + "&secret=" + encoded(merchant.appSecret()) + "&code=" + encoded(code)
                + "&grant_type=authorization_code");
        try {
            var answer = json.readTree(
                    calls.send(HttpRequest.newBuilder(address).build()).body());
            var openId = answer.path("openid").asString("");
            if (openId.isEmpty()) {
                LOG.warn(
                        "WeChat does not say who pays: {}",
                        answer.path("errcode").asInt());
                throw Refusal.conflict("wechat.openid-failed");
            }
            return openId;
        } catch (IOException | JacksonException e) {
            LOG.warn("WeChat does not say who pays: {}", e.getClass().getSimpleName());
            throw Refusal.busy("wechat.silent");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
