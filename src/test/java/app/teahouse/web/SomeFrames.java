package app.teahouse.web;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.ReadingRules;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Settings;
import app.teahouse.kernel.SignIn;
import app.teahouse.kernel.Standing;
import app.teahouse.web.CircleFrame.Part;
import app.teahouse.web.CircleFrame.TabView;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Frames for tests of templates, without a request. */
final class SomeFrames {
    static final Instant NOW = Instant.parse("2026-11-22T13:00:00Z");

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private SomeFrames() {}

    static Frame visitor(Locale locale) {
        return frame(locale, null, null, false);
    }

    static Frame member(Locale locale, String theme) {
        return frame(locale, theme, circle(locale, false), true);
    }

    /** A member of the staff below Manage. */
    static Frame manage(Locale locale) {
        return frame(locale, "light", circle(locale, true), true, "/c/weekly/manage");
    }

    private record AllMadeUp() implements MadeUp {
        @Override
        public boolean anything() {
            return true;
        }

        @Override
        public boolean is(CircleId circle) {
            return true;
        }
    }

    private static Frame frame(Locale locale, @Nullable String theme, @Nullable CircleFrame circle, boolean signedIn) {
        return frame(locale, theme, circle, signedIn, circle == null ? "/" : circle.url());
    }

    private static Frame frame(
            Locale locale, @Nullable String theme, @Nullable CircleFrame circle, boolean signedIn, String path) {
        var settings = new Settings(
                URI.create("http://localhost:8080"),
                Path.of("data"),
                true,
                List.of(),
                false,
                null,
                0,
                new Settings.Mail(null, 587, null, null, "starttls", "teahouse@localhost"),
                new Settings.Passkeys(null, List.of()));
        var signIn = signedIn
                ? new SignIn(new AccountId(Ids.next()), Ids.next(), "林", null, locale, ZONE, true, false, null)
                : null;
        var asked = new Frame.Asked(
                path, locale, ZONE, theme, false, signIn, 3, Map.of(), null, () -> "token", () -> "stamp");
        var site = new SiteFace("Teahouse", null, null, null, true, true);
        return new Frame(new Words(), new Assets(), settings, site, new AllMadeUp(), asked, () -> circle, NOW);
    }

    private static CircleFrame circle(Locale locale, boolean managing) {
        var face = new Face(
                new CircleId(Ids.next()),
                "weekly",
                "科技爱好者茶座",
                "每周五一期周刊，一起读、一起聊值得分享的科技与生活。",
                "jade",
                null,
                locale,
                ZONE,
                false,
                false,
                ReadingRules.NONE);
        var standing = new Standing(Role.OWNER, 1, "林", null, NOW, 120, 128, 8, false, 0, Set.of(), Map.of());
        return new CircleFrame(
                face,
                standing,
                null,
                List.of(
                        new TabView("web.tab.feed", "/c/weekly", true),
                        new TabView("web.tab.library", "/c/weekly/library", false),
                        new TabView("web.tab.members", "/c/weekly/members", false),
                        new TabView("web.tab.about", "/c/weekly/about", false)),
                List.of(
                        new Part(
                                "web.manage.today",
                                "sunrise",
                                List.of(new TabView("web.tab.manage", "/c/weekly/manage", managing))),
                        new Part(
                                "web.manage.members",
                                "users",
                                List.of(new TabView("web.tab.members", "/c/weekly/manage/members", false)))));
    }
}
