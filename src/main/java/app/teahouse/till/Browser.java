package app.teahouse.till;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In what somebody reads this: it decides what may be sold there, and how it can be paid. */
public enum Browser {
    DESKTOP,
    PHONE,
    WECHAT_ANDROID,
    WECHAT_IOS,
    WECHAT_DESKTOP;

    /** What says nothing is taken for a desktop. WeChat that does not say where it runs is taken for an iPhone: there most is forbidden. */
    public static Browser of(@Nullable String userAgent) {
        var agent = userAgent == null ? "" : userAgent.toLowerCase(Locale.ROOT);
        var apple = agent.contains("iphone") || agent.contains("ipad") || agent.contains("ipod");
        if (agent.contains("micromessenger")) {
            if (apple) {
                return WECHAT_IOS;
            }
            if (agent.contains("android") || agent.contains("harmony")) {
                return WECHAT_ANDROID;
            }
            return agent.contains("windowswechat")
                            || agent.contains("macwechat")
                            || agent.contains("windows nt")
                            || agent.contains("linux x86_64")
                    ? WECHAT_DESKTOP
                    : WECHAT_IOS;
        }
        var phone = apple || agent.contains("android") || agent.contains("harmony") || agent.contains("mobile");
        return phone ? PHONE : DESKTOP;
    }
}
