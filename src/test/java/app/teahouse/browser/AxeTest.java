package app.teahouse.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.browser.Doors.As;
import app.teahouse.routes.Routes;
import app.teahouse.testing.TeahouseTest;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every page of the product, on a narrow phone, for each kind of person, with made-up data on it. The list of pages comes from the
 * route walk, so a new one is looked at by itself; those with an id in their address are found by the links to them.
 */
@TeahouseTest
@Tag("browser")
class AxeTest {
    private static final String TEA = "man-du-cha-zuo";
    private static final String GUILD = "small-software-guild";
    private static final String PEOPLE = "昵称,邮箱,标签,有效期至\n小雨,xiaoyu@example.org,绿茶,2030-01-31\n阿木,,,\n";
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+(/[^\\s<>\"]+)");

    /** Pages that this walk cannot or need not open, with the reason. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("/setup", "There is none on a site that has an operator; the journey opens it"),
            Map.entry("/c/{slug}/new-posts", "Part of a page"),
            Map.entry("/c/{slug}/held", "Part of a page"),
            Map.entry("/unsubscribe/{token}", "Written to people only; AnnouncementDoorsTest opens it"),
            Map.entry("/search/suggestions", "Part of a page"),
            Map.entry("/c/{slug}/search/suggestions", "Part of a page"),
            Map.entry("/new/arrivals/{circle}", "The demo brings no circle along; the journey of one opens it"),
            Map.entry("/me/settings/passkeys/{id}", "Needs a device; the passkey journey opens it"),
            Map.entry("/c/{slug}/manage/verdicts/{verdict}", "The operator of the demo decided nothing"),
            Map.entry("/site/circles/{circle}/verdicts/{verdict}", "The same"),
            Map.entry("/verify/{code}", "Written to people only where mail leaves the site"),
            Map.entry("/address/{code}", "The same"),
            Map.entry(
                    "/pay/{checkout}", "There is something to pay only once somebody buys; PayJourneyTest looks at it"),
            Map.entry(
                    "/pay/{checkout}/attempts/{attempt}",
                    "There is something to pay only once somebody buys; PayJourneyTest looks at it"),
            Map.entry(
                    "/pay/by-hand/{attempt}",
                    "There is something to pay only once somebody buys; PayJourneyTest looks at it"),
            Map.entry(
                    "/practice/{name}",
                    "There is something to pay only once somebody buys; PayJourneyTest looks at it"),
            Map.entry("/c/{slug}/plans/{number}", "The circles that are walked are free; MoneyJourneyTest looks at it"),
            Map.entry("/c/{slug}/plans/{number}/gift", "The same; GiftJourneyTest looks at it"),
            Map.entry("/c/{slug}/m/{number}/guest-pass", "The same"),
            Map.entry("/me/gifts/{id}", "There nobody gives; GiftJourneyTest looks at it"),
            Map.entry("/c/{slug}/manage/money/gifts/{id}", "The same"),
            Map.entry("/g/{code}", "The same"),
            Map.entry(
                    "/i/{code}/plans/{number}",
                    "Nobody is invited to the demo's paid circles; ComeBackJourneyTest looks at it"),
            Map.entry(
                    "/c/{slug}/manage/money/orders/{id}",
                    "In the circles that are walked nobody buys; MoneyJourneyTest looks at it"),
            Map.entry("/c/{slug}/manage/money/coupons/{id}", "MoneyJourneyTest looks at it"),
            Map.entry(
                    "/c/{slug}/manage/money/accounts/{figure}",
                    "In the circles that are walked nobody earns; MoneyJourneyTest looks at it"),
            Map.entry("/c/{slug}/manage/money/payouts/{id}", "The same; PayoutJourneyTest looks at it"),
            Map.entry("/site/money/circles/{circle}/accounts/{figure}", "The same"));

    @Autowired
    Routes routes;

    private final Map<String, List<String>> faults = new ConcurrentSkipListMap<>();
    private Doors doors;
    private String site = "";

    /** The walk grows with the product; it is long, but nobody waits in it for anybody. */
    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void everybody_can_use_every_page() throws Exception {
        doors = new Doors(routes.all());
        try (var own = OwnSite.demo();
                var two = Executors.newFixedThreadPool(2)) {
            site = own.url();
            var owner = two.submit(() -> {
                try (var chromium = new Chromium()) {
                    walk(chromium, As.OWNER, "owner.zh", TEA, this::change_and_bring);
                    walk(chromium, As.VISITOR, "", TEA, _ -> {});
                }
                return true;
            });
            var member = two.submit(() -> {
                try (var chromium = new Chromium()) {
                    walk(chromium, As.MEMBER, "member.en", GUILD, page -> be_offered_the_circle(chromium, page));
                    walk(chromium, As.OPERATOR, "operator.en", GUILD, this::write_terms);
                }
                return true;
            });
            owner.get();
            member.get();
        }
        assertThat(faults).isEmpty();
        var missed = new TreeSet<>(doors.missed());
        assertThat(missed)
                .as("Pages without a link to them. Give one to somebody, or say in ELSEWHERE why not")
                .isEqualTo(new TreeSet<>(ELSEWHERE.keySet()));
    }

    private void walk(Chromium chromium, As as, String who, String slug, Consumer<Page> furnish) throws IOException {
        try (var phone = chromium.phone(360, 780)) {
            var inspection = new Inspection(phone);
            var page = inspection.page();
            if (!who.isEmpty()) {
                signIn(page, who);
                furnish.accept(page);
            }
            var done = new HashSet<String>();
            var next = new TreeSet<>(doors.fixed(as, slug));
            while (!next.isEmpty()) {
                var path = next.removeFirst();
                if (done.add(path)) {
                    inspect(chromium, inspection, as, path);
                    next.addAll(doors.found(as, slug));
                    next.removeAll(done);
                }
            }
        }
    }

    private void inspect(Chromium chromium, Inspection inspection, As as, String path) {
        if (path.equals("/setup")
                || path.endsWith("/new-posts")
                || path.endsWith("/held")
                || path.endsWith("/suggestions")
                || (as == As.OWNER && path.endsWith("/handover"))) {
            return;
        }
        var page = inspection.page();
        chromium.faults();
        var answer = page.navigate(site + path);
        var wrong = new ArrayList<String>();
        doors.opened(path);
        if (answer.status() == 403) {
            chromium.faults(); // the console says so too
        } else if (answer.status() != 200) {
            wrong.add("answered " + answer.status());
        }
        harvest(as, page);
        inspection.settle();
        var parts = inspection.parts();
        if (doors.isNew(path, parts)) {
            wrong.addAll(inspection.faults(doors::areNewColours));
        }
        wrong.addAll(chromium.faults());
        if (!wrong.isEmpty()) {
            faults.put(path + " as " + as, wrong);
        }
    }

    private void harvest(As as, Page page) {
        for (var link : (List<?>) page.evaluate("() => [...document.links].map((link) => link.href)")) {
            if (link.toString().startsWith(site + "/")) {
                doors.note(as, link.toString().substring(site.length()).replaceAll("[?#].*", ""));
            }
        }
        var written = ADDRESS.matcher(page.locator("main").textContent());
        while (written.find()) {
            doors.note(as, written.group(1));
        }
    }

    private void signIn(Page page, String who) {
        page.navigate(site + "/sign-in");
        page.locator("#email").fill(who + "@example.org");
        page.locator("#password").fill("teahouse-demo");
        page.locator("main .btn-primary").first().click();
        page.waitForURL(site + "/");
    }

    /** Of what follows the demo has nothing. */
    private void change_and_bring(Page page) {
        page.navigate(site + "/c/" + TEA + "?author=1");
        var post = page.locator(".feed-card-title a").first().getAttribute("href");
        post(page, post + "/edit", Map.of("title", "春天", "text", "改过的一篇。", "edits", "0"));
        page.navigate(site + post);
        var form = page.locator("#write input[name=form]").inputValue();
        post(page, post + "/comments", Map.of("text", "第一句", "form", form));
        page.navigate(site + post);
        var comment = page.locator("#comment-list a[href$='/edit']").last().getAttribute("href");
        post(page, comment, Map.of("text", "改过的一句"));

        page.navigate(site + "/c/" + TEA + "/manage/content");
        page.locator("#file").setInputFiles(new FilePayload("weekly.zip", "application/zip", Magazine.zip()));
        page.locator("main form .btn-primary").click();
        page.waitForURL(Pattern.compile(".*/manage/content/.+"));
        page.navigate(site + "/c/" + TEA + "/manage/places");
        page.locator("#file").setInputFiles(new FilePayload("people.csv", "text/csv", PEOPLE.getBytes(UTF_8)));
        page.locator("main form .btn-primary").click();
        page.waitForURL(Pattern.compile(".*/manage/places/lists/.+"));
        post(page, "/c/" + TEA + "/manage/takeaway/offline", Map.of());
        post(
                page,
                "/c/" + TEA + "/manage/money/plans",
                Map.of("name", "年度会员", "price", "199", "currency", "CNY", "kind", "yearly"));
        post(page, "/c/" + TEA + "/letters", Map.of("matter", "other", "subject", "钥匙", "text", "钥匙在哪里？"));
        post(page, "/c/" + TEA + "/reports", Map.of("kind", "member", "key", "5", "reason", "spam"));
        post(page, "/c/" + TEA + "/m/5/strikes", Map.of("reason", "圈规第三条"));
        post(page, "/c/" + TEA + "/m/5/staff-notes", Map.of("body", "喜欢写信"));
        post(
                page,
                "/c/" + TEA + "/m/6/removal",
                Map.of("reason", "广告", "back", "ask", "words", "keep", "money", "later"));
        post(
                page,
                "/c/" + TEA + "/manage/segments/new",
                Map.of("name", "新来的", "join", "all", "fact", "joined", "not", "is", "value", "30"));
        doors.note(As.OWNER, post);
        doors.note(
                As.OWNER,
                "/c/" + TEA + "/m/7/removal"); // the first member that is found may be the one who was removed
        doors.note(As.OWNER, "/c/" + TEA + "/m/5/staff-notes"); // the first member that is found has none to change
        doors.note(As.OWNER, "/c/" + TEA + "/manage/columns/1");
        open_homework(page, As.OWNER, TEA, "all");
    }

    /** Most posts ask for nothing, so the walk would not come to one that does. */
    private void open_homework(Page page, As as, String slug, String show) {
        page.navigate(site + "/c/" + slug + "/homework?show=" + show);
        for (var task : page.locator("main .rows a.row-title").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList()) {
            page.navigate(site + task);
            harvest(as, page);
        }
    }

    private void be_offered_the_circle(Chromium chromium, Page member) {
        open_homework(member, As.MEMBER, GUILD, "open");
        post(member, "/c/" + GUILD + "/letters", Map.of("matter", "other", "subject", "Keys", "text", "Where?"));
        post(member, "/c/" + GUILD + "/reports", Map.of("kind", "circle", "key", GUILD, "reason", "spam"));
        doors.note(As.MEMBER, "/c/" + GUILD + "/m/2/follow"); // there by script only
        member.navigate(site + "/c/" + GUILD + "/membership");
        var me = member.locator("main a[href*='/m/']").first().getAttribute("href");
        try (var phone = chromium.phone(360, 780)) {
            var owner = phone.newPage();
            signIn(owner, "owner.en");
            post(owner, me + "/handover", Map.of());
        }
    }

    /** The way to a new password is in the newest letter that the operator sees. */
    private void write_terms(Page page) {
        post(page, "/reset", Map.of("email", "member.en@example.org"));
        var setting =
                Map.of("name", "Teahouse", "founders", "everyone", "terms", "Be kind.", "privacy", "*None* of it.");
        post(page, "/site/settings", setting);
    }

    /** Sends a form as the page would. */
    private static void post(Page page, String path, Map<String, String> fields) {
        var status = page.evaluate("""
                async ([path, fields]) => {
                  const token = JSON.parse(document.body.getAttribute('hx-headers'))['X-CSRF-Token'];
                  const body = new URLSearchParams({...fields, _csrf: token});
                  return (await fetch(path, {method: 'POST', body})).status;
                }""", List.of(path, fields));
        assertThat(status).as(path).isEqualTo(200);
    }
}
