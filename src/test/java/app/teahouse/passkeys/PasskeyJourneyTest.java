package app.teahouse.passkeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Somebody makes a passkey in a real browser, comes in with it and learns what waits for them; the device is one that Chromium makes up. */
@TeahouseTest
@Tag("browser")
class PasskeyJourneyTest {
    private static final String SITE = "http://localhost:8080";

    @LocalServerPort
    int port;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Jobs jobs;

    @Autowired
    Clock clock;

    @Autowired
    Db db;

    @Test
    void a_passkey_is_made_used_renamed_and_removed() {
        try (var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = playwright.chromium().launch(options())) {
            var page = browser.newContext(new Browser.NewContextOptions().setLocale("en"))
                    .newPage();
            inventDevice(page);

            var email = signUp(page);
            page.navigate(SITE + "/me/settings/passkeys");
            page.getByText("Add a passkey").click();
            assertThat(page.locator(".row-title").first()).containsText("Chrome");

            holdPlace(email);
            page.navigate(SITE + "/sign-out");
            page.locator("main button").click();
            page.navigate(SITE + "/sign-in?to=/me/settings/passkeys");
            page.getByText("Use a passkey").click();
            page.waitForURL(SITE + "/me/settings/passkeys");
            assertThat(page.locator(".row-facts").first()).containsText("Last used");
            assertThat(page.getByText("A place in a circle waits for you")).isVisible();

            page.locator(".row-title").first().click();
            page.locator("#name").fill("My phone");
            page.getByText("Save").click();
            assertThat(page.locator(".row-title").first()).containsText("My phone");

            page.locator(".row-title").first().click();
            page.locator("main .btn-danger").click();
            page.locator("dialog [value=yes]").click();
            assertThat(page.getByText("No passkeys yet")).isVisible();
        }
    }

    /** Passkeys are bound to the address in the settings, so the browser is told that it leads to this test's server. */
    private BrowserType.LaunchOptions options() {
        return new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of(System.getProperty("tests.chromium", "/usr/bin/chromium")))
                .setArgs(List.of(
                        "--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP localhost:8080 127.0.0.1:" + port));
    }

    private static void inventDevice(Page page) {
        var devtools = page.context().newCDPSession(page);
        devtools.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var device = new JsonObject();
        device.add("options", options);
        assertThat(devtools.send("WebAuthn.addVirtualAuthenticator", device).has("authenticatorId"))
                .isTrue();
    }

    /** Their address is proven, and stands on a list that an owner brought. */
    private void holdPlace(String email) {
        db.sql("update accounts.account set verified_at = now() where email = :email")
                .with("email", email)
                .run();
        var owner = circles.someOwner();
        var cookie = people.cookie(owner.member().person());
        var list = mvc.post()
                .uri("/c/" + SomeCircles.slug(owner) + "/manage/places")
                .multipart()
                .file(new MockMultipartFile(
                        "file", "people.csv", "text/csv", ("email\n" + email).getBytes(StandardCharsets.UTF_8)))
                .cookie(cookie)
                .with(csrf())
                .exchange()
                .getResponse()
                .getRedirectedUrl();
        assertThat(mvc.post().uri(list + "/start").cookie(cookie).with(csrf())).hasStatus(303);
        jobs.run("reservations.work", clock.instant());
    }

    private static String signUp(Page page) {
        var email = Ids.next() + "@example.org";
        page.navigate(SITE + "/sign-up");
        page.locator("#name").fill("Mei");
        page.locator("#email").fill(email);
        page.locator("#password").fill("four warm cups");
        page.locator("main form button.btn-primary").click();
        page.waitForURL(SITE + "/**");
        return email;
    }
}
