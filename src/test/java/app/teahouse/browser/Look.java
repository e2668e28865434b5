package app.teahouse.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Photographs pages of the demo, so that everyone looks at what they made. {@code bin/look} calls it. */
final class Look {
    private static final String HELP = """
            bin/look [options] PATH…      photographs pages of a fresh demo into ./look/

              --as visitor|member|owner   who looks; at first a visitor
              --url URL                   photograph a running server instead of starting one
              --full                      the whole page, not only what the screen shows
              --only WORDS                some of the eight pictures: phone, desktop, light, dark, en, zh, with commas

            {circle} in a path stands for the address of the looker's circle: bin/look --as owner '{circle}/manage'
            """;

    private final Browser browser;
    private final String base;
    private final Wish wish;

    private Look(Browser browser, String base, Wish wish) {
        this.browser = browser;
        this.base = base;
        this.wish = wish;
    }

    /** What was asked for on the command line. */
    private record Wish(String as, String url, boolean full, List<String> only, List<String> paths) {

        static Wish of(String[] arguments) {
            var given = new ArrayList<>(List.of(arguments));
            var as = take(given, "--as", "visitor");
            var url = take(given, "--url", "");
            var only = take(given, "--only", "");
            var full = given.remove("--full");
            if (given.isEmpty() || given.stream().anyMatch(path -> path.startsWith("--"))) {
                System.err.print(HELP);
                System.exit(given.contains("--help") ? 0 : 2);
            }
            return new Wish(as, url, full, only.isEmpty() ? List.of() : List.of(only.split(",")), given);
        }

        private static String take(List<String> given, String option, String otherwise) {
            var at = given.indexOf(option);
            if (at < 0 || at + 1 >= given.size()) {
                return otherwise;
            }
            given.remove(at);
            return given.remove(at);
        }

        /** Of each kind one may choose; a kind that is not named is wanted whole. */
        boolean wants(String word, String other) {
            return only.contains(word) || !only.contains(other);
        }
    }

    /** A screen that people have. */
    private record Screen(String name, int width, int height, boolean phone) {
        static final List<Screen> ALL =
                List.of(new Screen("phone", 390, 844, true), new Screen("desktop", 1280, 800, false));
    }

    static void main(String[] arguments) throws Exception {
        var wish = Wish.of(arguments);
        if (wish.url().isEmpty()) {
            try (var demo = DemoServer.start()) {
                photograph(demo.url(), wish);
            }
        } else {
            photograph(wish.url().replaceAll("/$", ""), wish);
        }
    }

    private static void photograph(String base, Wish wish) {
        var settings = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        try (var playwright = Playwright.create(settings)) {
            var browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of(System.getProperty("tests.chromium")))
                            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")));
            var look = new Look(browser, base, wish);
            if (wish.wants("en", "zh")) {
                look.language("en", "en-US");
            }
            if (wish.wants("zh", "en")) {
                look.language("zh", "zh-CN");
            }
        }
    }

    private void language(String language, String locale) {
        var session = wish.as().equals("visitor") ? null : signIn(language, locale);
        for (var screen : Screen.ALL) {
            if (!wish.wants(screen.name(), screen.phone() ? "desktop" : "phone")) {
                continue;
            }
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                var colours = scheme.name().toLowerCase(Locale.ROOT);
                if (wish.wants(colours, scheme == ColorScheme.LIGHT ? "dark" : "light")) {
                    var pages = browser.newContext(new Browser.NewContextOptions()
                            .setViewportSize(screen.width(), screen.height())
                            .setDeviceScaleFactor(screen.phone() ? 2 : 1)
                            .setIsMobile(screen.phone())
                            .setHasTouch(screen.phone())
                            .setColorScheme(scheme)
                            .setLocale(locale)
                            .setStorageState(session));
                    try (pages) {
                        var page = pages.newPage();
                        for (var path : wish.paths()) {
                            photograph(page, path, "%s-%s-%s".formatted(screen.name(), colours, language));
                        }
                    }
                }
            }
        }
    }

    /** Signs in as the demo's person who speaks the language, and answers the cookies. */
    private String signIn(String language, String locale) {
        try (var pages = browser.newContext(new Browser.NewContextOptions().setLocale(locale))) {
            var page = pages.newPage();
            page.navigate(base + "/sign-in");
            var form = page.locator("form:has(input[name=password])").first();
            form.locator("input[type=email], input[name=email]")
                    .first()
                    .fill(wish.as() + "." + language + "@example.org");
            form.locator("input[name=password]").fill("teahouse-demo");
            form.locator("button[type=submit], button:not([type])").first().click();
            page.waitForLoadState();
            if (page.url().contains("/sign-in")) {
                System.err.println("Could not sign in as " + wish.as() + " (" + language + ")");
            }
            return pages.storageState();
        }
    }

    private void photograph(Page page, String path, String kind) {
        var faults = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if (Chromium.isFault(message)) {
                faults.add(message.text());
            }
        });
        var address = address(page, path);
        var answer = page.navigate(base + address);
        page.waitForFunction("document.fonts.status === 'loaded'");
        var width = (Integer) page.evaluate("document.documentElement.scrollWidth");
        if (width > page.viewportSize().width) {
            faults.add("wider than the screen: " + width);
        }

        var file = Path.of(System.getProperty("look.folder")).resolve(name(path) + "-" + kind + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(wish.full()));
        System.out.println(answer.status() + " " + file + (faults.isEmpty() ? "" : "  — " + String.join("; ", faults)));
    }

    private String address(Page page, String path) {
        if (!path.contains("{circle}")) {
            return path;
        }
        page.navigate(base + "/");
        var circle = page.locator("a[href^='/c/']").first().getAttribute("href");
        return path.replace("{circle}", circle.replaceAll("^(/c/[^/?#]+).*", "$1"));
    }

    private String name(String path) {
        var plain = path.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return (plain.isEmpty() ? "home" : plain) + (wish.as().equals("visitor") ? "" : "-" + wish.as());
    }
}
