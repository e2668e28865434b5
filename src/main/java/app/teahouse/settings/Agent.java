package app.teahouse.settings;

import app.teahouse.web.Frame;
import java.util.Map;

/** A browser in the words of people: what it is, and on what it runs. */
public record Agent(String browser, String system) {
    /** The first that is found counts: many browsers also call themselves Chrome or Safari. */
    private static final Map<String, String> BROWSERS = inOrder(
            "MicroMessenger",
            "wechat",
            "QQBrowser",
            "QQ",
            "UCBrowser",
            "UC",
            "HuaweiBrowser",
            "Huawei",
            "MiuiBrowser",
            "Xiaomi",
            "SamsungBrowser",
            "Samsung",
            "Edg",
            "Edge",
            "OPR",
            "Opera",
            "Firefox",
            "Firefox",
            "FxiOS",
            "Firefox",
            "CriOS",
            "Chrome",
            "Chrome",
            "Chrome",
            "Safari",
            "Safari");

    private static final Map<String, String> SYSTEMS = inOrder(
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "HarmonyOS",
            "HarmonyOS",
            "OpenHarmony",
            "HarmonyOS",
            "Android",
            "Android",
            "Windows",
            "Windows",
            "Macintosh",
            "Mac",
            "CrOS",
            "ChromeOS",
            "Linux",
            "Linux");

    public static Agent of(String userAgent) {
        return new Agent(found(BROWSERS, userAgent), found(SYSTEMS, userAgent));
    }

    public String words(Frame frame) {
        var name = browser.equals("wechat") ? frame.t("accounts.agent.wechat") : browser;
        if (name.isEmpty()) {
            return system.isEmpty() ? frame.t("accounts.agent.unknown") : system;
        }
        return system.isEmpty() ? name : frame.t("accounts.agent.on", "browser", name, "system", system);
    }

    private static String found(Map<String, String> marks, String userAgent) {
        return marks.entrySet().stream()
                .filter(mark -> userAgent.contains(mark.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> inOrder(String... marksAndNames) {
        var marks = new java.util.LinkedHashMap<String, String>();
        for (var i = 0; i < marksAndNames.length; i += 2) {
            marks.put(marksAndNames[i], marksAndNames[i + 1]);
        }
        return marks;
    }
}
