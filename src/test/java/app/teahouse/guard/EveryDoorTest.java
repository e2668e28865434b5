package app.teahouse.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.comments.CommentId;
import app.teahouse.comments.WriteComment;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Surface;
import app.teahouse.members.SomeCircles;
import app.teahouse.notify.FetchBroadcasts;
import app.teahouse.passes.SomePlans;
import app.teahouse.routes.Route;
import app.teahouse.routes.Routes;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.tokens.SomeTokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * Knocks at every door by which words could leave, found in Spring itself, so that one that is added later is walked too: of a post that
 * is closed none of its words is anywhere, of a protected one none is where nobody guards it.
 */
@TeahouseTest
@Tag("once")
class EveryDoorTest {
    /** Words that stand nowhere else; the first in the beginning that lists show, the second far behind. */
    private static final String EARLY = "quokkabeginning";

    private static final String LATE = "quokkaending";
    private static final String SAID = "quokkacomment";
    private static final String UNTITLED = "quokkauntitled";
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([a-zA-Z]+)(?::[^}]*)?}");

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    SomePlans plans;

    @Autowired
    SomeTokens tokens;

    @Autowired
    WriteComment writeComment;

    @Autowired
    FetchBroadcasts fetchBroadcasts;

    @Autowired
    ChangeReading changeReading;

    @Autowired
    Routes routes;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Db db;

    private record World(Owner owner, Member reader, String slug, String feed, CommentId comment) {}

    @Test
    void of_a_closed_post_no_word_is_anywhere() throws Exception {
        var world = world();
        assertThat(found(asMember(world), EARLY, LATE, SAID, UNTITLED))
                .as("while it is open")
                .isNotEmpty();

        manage(world, "/manage/columns", "name", "Locked for now", "published", "true");
        manage(world, "/manage/columns/1/items", "post", "1");
        manage(world, "/manage/columns/1/items", "post", "2");
        manage(world, "/manage/columns/1/opening", "opens", "on_day", "day", "2099-12-03");

        var answers = asMember(world);
        assertThat(answers).hasSizeGreaterThan(100);
        assertThat(found(answers, EARLY, LATE, SAID, UNTITLED)).isEmpty();
        assertThat(answers.get("/c/" + world.slug() + "/p/1"))
                .contains("A title for all", "Opens on 3 Dec 2099")
                .doesNotContain("reading.js");
        assertThat(answers.get("/c/" + world.slug())).contains("A title for all", "Opens on 3 Dec 2099");
        assertThat(answers.get("/c/" + world.slug() + "/search?q=" + LATE)).doesNotContain("A title for all");
        assertThat(refused(world)).isEmpty();

        publicReading(world);
        assertThat(found(outside(world), EARLY, LATE, SAID, UNTITLED)).isEmpty();
    }

    @Test
    void of_a_column_of_a_larger_plan_no_word_is_anywhere() throws Exception {
        var world = world();
        plans.plan(world.owner(), "yearly", 19900);
        plans.better(world.owner(), "lifetime", 49900, 2);
        plans.toPaid(world.owner());
        manage(world, "/manage/columns", "name", "For the inner circle", "published", "true");
        manage(world, "/manage/columns/1/items", "post", "1");
        manage(world, "/manage/columns/1/items", "post", "2");
        manage(world, "/manage/columns/1/tier", "leastTier", "2");

        var answers = asMember(world);
        assertThat(answers).hasSizeGreaterThan(100);
        assertThat(found(answers, EARLY, LATE, SAID, UNTITLED)).isEmpty();
        assertThat(answers.get("/c/" + world.slug() + "/p/1"))
                .contains("A title for all", "Opens with “lifetime”", "See the plans")
                .doesNotContain("reading.js");
        assertThat(answers.get("/c/" + world.slug() + "/columns/1")).contains("A title for all", "See the plans");
        assertThat(answers.get("/c/" + world.slug() + "/library")).contains("Opens with “lifetime”");
        assertThat(answers.get("/api/v1/circles/" + world.slug() + "/posts/1"))
                .contains("\"reason\":\"tier\"", "\"tier\":2");
        assertThat(refused(world)).isEmpty();
        assertThat(text(mvc.get().uri("/c/" + world.slug() + "/p/1").exchange()))
                .doesNotContain(EARLY);
    }

    @Test
    void to_a_newcomer_no_word_of_what_is_older_is_anywhere() throws Exception {
        var world = world();
        changeReading.change(circles.partner(world.owner()), new ChangeReading.Asked(false, true, 30, 2));
        db.sql("update content.post set published_at = published_at - interval '9 days' where circle_id = :circle")
                .with("circle", world.owner().circle())
                .run();
        assertThat(found(answers(world, world.reader(), path -> path.endsWith("/p/1")), EARLY))
                .as("who was here before")
                .isNotEmpty();
        db.sql(
                        "update members.membership set joined_at = now() + interval '1 second' where circle_id = :circle and role = 'member'")
                .with("circle", world.owner().circle())
                .run();

        var answers = asMember(world);
        assertThat(found(answers, EARLY, LATE, SAID, UNTITLED)).isEmpty();
        assertThat(answers.get("/c/" + world.slug() + "/p/1")).contains("You are new here");
    }

    @Test
    void of_a_protected_post_no_word_is_where_nobody_guards_it() throws Exception {
        var world = world();
        changeReading.change(circles.partner(world.owner()), new ChangeReading.Asked(true, false, null, null));

        var answers = asMember(world);
        var unguarded = answers.entrySet().stream()
                .filter(answer -> answer.getKey().startsWith("/api/")
                        || answer.getKey().startsWith("/feeds/")
                        || answer.getKey().contains(".atom")
                        || answer.getKey().contains("settings/data"))
                .toList();
        assertThat(unguarded).hasSizeGreaterThan(40);
        for (var answer : unguarded) {
            assertThat(answer.getValue()).as(answer.getKey()).doesNotContain(EARLY, LATE, UNTITLED);
        }
        assertThat(answers.get("/api/v1/circles/" + world.slug() + "/posts/1")).contains("\"withheld\":\"protected\"");
        assertThat(answers.get(world.feed())).contains("A title for all", "/p/1");
        assertThat(answers.get("/c/" + world.slug() + "/p/1"))
                .contains(LATE, "/a/held.", "class=\"held\"", "/watermark.svg");

        manage(world, "/p/1/protection", "protection", "off");
        var api = "/api/v1/circles/" + world.slug() + "/posts/1";
        assertThat(answers(world, world.reader(), api::equals).get(api)).contains(LATE, "\"withheld\":null");
        manage(world, "/p/1/protection", "protection", "as_circle");
        assertThat(answers(world, world.reader(), api::equals).get(api)).doesNotContain(LATE);
        assertThat(answers(world, world.owner().member(), api::equals).get(api)).contains(LATE);
    }

    /** What one could do with a closed post, if its doors did not ask. */
    private Map<String, Integer> refused(World world) {
        var wrong = new TreeMap<String, Integer>();
        for (var path : List.of("/p/1/reaction", "/p/1/comments", "/p/1/done")) {
            var status = mvc.post()
                    .uri("/c/" + world.slug() + path)
                    .cookie(people.cookie(world.reader().person()))
                    .param("text", "Me too")
                    .param("kind", "like")
                    .param("form", Ids.text(new CommentId(Ids.next())))
                    .with(csrf())
                    .exchange()
                    .getResponse()
                    .getStatus();
            if (status != 403) {
                wrong.put(path, status);
            }
        }
        return wrong;
    }

    /** A member who has read, saved and been told of two posts of the owner's, one with a title and a comment. */
    private World world() throws Exception {
        var owner = circles.someOwner();
        var slug = SomeCircles.slug(owner);
        var reader = circles.someMember(owner);
        var filler = "Leaves and water and time. ".repeat(30);
        posts.somePost(owner.member(), "A title for all", EARLY + " " + filler + LATE);
        posts.somePost(owner.member(), "", UNTITLED + " " + filler + LATE);
        var token = "Bearer " + tokens.some(reader.person(), "read", "write");
        var comment = writeComment.write(
                circles.speaker(owner.member(), Surface.COMMENT),
                new WriteComment.Asked(
                        Ids.next(), 1, null, SAID + " @" + reader.standing().number()));
        for (var number = 1; number <= 2; number++) {
            mvc.put()
                    .uri("/api/v1/circles/" + slug + "/posts/" + number + "/saved")
                    .header("Authorization", token)
                    .exchange();
        }
        Awaitility.await().until(() -> {
            fetchBroadcasts.fetch(reader.account());
            return db.sql("select 1 from notify.notice where account_id = :account and title like '%title%'")
                            .with("account", reader.account())
                            .exists()
                    && db.sql(
                                    "select 1 from notify.notice where account_id = :account and excerpt like '%' || :said || '%'")
                            .with("account", reader.account())
                            .with("said", SAID)
                            .exists();
        });
        var page = mvc.post()
                .uri("/c/" + slug + "/feed-address")
                .cookie(people.cookie(reader.person()))
                .with(csrf())
                .exchange();
        var told = Pattern.compile("/feeds/[A-Za-z0-9_-]+")
                .matcher(page.getResponse().getContentAsString());
        assertThat(told.find()).isTrue();
        return new World(owner, reader, slug, told.group(), comment);
    }

    private void manage(World world, String path, String... namesAndValues) {
        var request = mvc.post()
                .uri("/c/" + world.slug() + path)
                .cookie(people.cookie(world.owner().member().person()));
        for (var i = 0; i < namesAndValues.length; i += 2) {
            request = request.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        assertThat(request.with(csrf()).exchange()).as(path).hasStatus(303);
    }

    private void publicReading(World world) {
        db.sql("update circles.circle set public_reading = true where circle_id = :circle")
                .with("circle", world.owner().circle())
                .run();
        known.changed(world.owner().circle());
    }

    @Autowired
    app.teahouse.circles.Circles known;

    private static List<String> found(Map<String, String> answers, String... words) {
        return answers.entrySet().stream()
                .filter(answer -> Pattern.compile(String.join("|", words))
                        .matcher(answer.getValue().toLowerCase(Locale.ROOT))
                        .find())
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<String, String> asMember(World world) throws IOException {
        var answers = answers(world, world.reader(), _ -> true);
        answers.putAll(zip(world));
        return answers;
    }

    private Map<String, String> answers(World world, Member reader, Predicate<String> wanted) {
        var answers = new TreeMap<String, String>();
        var token = "Bearer " + tokens.some(reader.person(), "read", "write");
        var cookie = people.cookie(reader.person());
        for (var path : paths(world)) {
            if (wanted.test(path)) {
                var request = mvc.get().uri(path);
                var answer = path.startsWith("/api/")
                        ? request.header("Authorization", token).exchange()
                        : request.cookie(cookie).exchange();
                answers.put(path, text(answer));
            }
        }
        return answers;
    }

    private Map<String, String> outside(World world) {
        var answers = new TreeMap<String, String>();
        for (var path : paths(world)) {
            if (!path.startsWith("/feeds/")) {
                answers.put(path, text(mvc.get().uri(path).exchange()));
            }
        }
        return answers;
    }

    /** Every address that answers a GET, with what it needs filled in, and those that only answer something if they are asked for it. */
    private List<String> paths(World world) {
        var paths = new ArrayList<String>();
        for (var route : routes.all()) {
            if (!route.isWrite()
                    && !route.path().startsWith("/live")
                    && !route.path().startsWith("/site")) {
                paths.add(filled(route, world));
            }
        }
        var circle = "/c/" + world.slug();
        var api = "/api/v1/circles/" + world.slug();
        paths.add(circle + "/p/2");
        paths.add(circle + "/p/2/follow");
        paths.add(circle + "/p/2/reactions");
        for (var asked : List.of("order=newest", "filter=highlights", "filter=unread", "author=1")) {
            paths.add(circle + "?" + asked);
            paths.add(api + "/posts?" + asked);
        }
        for (var word : List.of(EARLY, LATE, SAID, UNTITLED)) {
            for (var search : List.of(circle + "/search", api + "/search", "/search", "/api/v1/search")) {
                paths.add(search + "?q=" + word);
                paths.add(search + "/suggestions?q=" + word);
                paths.add(search + "?q=leaves");
            }
        }
        return paths.stream().distinct().toList();
    }

    private static String filled(Route route, World world) {
        return VARIABLE.matcher(route.path()).replaceAll(match -> switch (match.group(1)) {
            case "slug" -> world.slug();
            case "number", "post", "letter", "step" -> "1";
            case "address" -> world.feed().substring("/feeds/".length());
            case "id" -> Ids.text(world.comment());
            default -> "something";
        });
    }

    /** Without the words that the asker typed themselves, unless they led to one of the posts: that would tell that they stand there. */
    private static String text(MvcTestResult answer) {
        var text = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        var asked = answer.getRequest().getParameter("q");
        if (asked == null) {
            return text;
        }
        return text.replace(asked, "") + (text.matches("(?s).*/p/[12]\\b.*") ? asked : "");
    }

    private Map<String, String> zip(World world) throws IOException {
        var answer = mvc.post()
                .uri("/me/settings/data")
                .cookie(people.cookie(world.reader().person()))
                .accept(MediaType.ALL)
                .with(csrf())
                .exchange();
        var files = new TreeMap<String, String>();
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(
                        "/me/settings/data " + entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(files).isNotEmpty();
        return files;
    }
}
