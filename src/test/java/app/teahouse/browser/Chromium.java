package app.teahouse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The machine's Chromium for journeys. Whatever goes wrong on a page that was opened in it is kept. */
final class Chromium implements AutoCloseable {
    /** For a machine that has much else to do. */
    private static final double PATIENCE = 20_000;

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> faults = new CopyOnWriteArrayList<>();

    Chromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("tests.chromium", "/usr/bin/chromium")))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** A new person's phone: nothing is shared with the others. */
    BrowserContext phone(int width, int height) {
        return person(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setIsMobile(true)
                .setHasTouch(true));
    }

    /** The same at a desk. */
    BrowserContext desktop() {
        return person(new Browser.NewContextOptions().setViewportSize(1280, 800));
    }

    private BrowserContext person(Browser.NewContextOptions options) {
        var context = browser.newContext(
                options.setReducedMotion(ReducedMotion.REDUCE).setLocale("en").setTimezoneId("Europe/Vienna"));
        context.setDefaultTimeout(PATIENCE);
        context.onPage(this::watch);
        return context;
    }

    private void watch(Page page) {
        page.onConsoleMessage(message -> {
            if (isFault(message)) {
                faults.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> faults.add(page.url() + ": " + error));
        page.onResponse(response -> {
            if (response.status() >= 500) {
                faults.add(response.url() + ": " + response.status());
            }
        });
    }

    /** An error in the console; that a page was left before an answer came ({@code sendAbort}) is nobody's fault. */
    static boolean isFault(ConsoleMessage message) {
        return message.type().equals("error") && !message.text().startsWith("htmx:sendAbort");
    }

    /** What the console and the pages' scripts complained of so far; the next call begins anew. */
    List<String> faults() {
        var found = List.copyOf(faults);
        faults.clear();
        return found;
    }

    void assertNoFaults() {
        assertThat(faults()).as("errors in the browser").isEmpty();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
