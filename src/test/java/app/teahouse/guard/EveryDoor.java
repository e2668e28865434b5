package app.teahouse.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.Circles;
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
import app.teahouse.routes.Route;
import app.teahouse.routes.Routes;
import app.teahouse.tokens.SomeTokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** All doors of this site that answer a question, found in Spring itself, and what they answer to a member, a program and a stranger. */
@Component
class EveryDoor {
    /** Words that stand nowhere else; the first in the beginning that lists show, the second far behind. */
    static final String EARLY = "quokkabeginning";

    static final String LATE = "quokkaending";
    static final String SAID = "quokkacomment";
    static final String UNTITLED = "quokkauntitled";
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([a-zA-Z]+)(?::[^}]*)?}");

    private final SomePeople people;
    private final SomeCircles circles;
    private final SomePosts posts;
    private final SomeTokens tokens;
    private final WriteComment writeComment;
    private final FetchBroadcasts fetchBroadcasts;
    private final Routes routes;
    private final Circles known;
    private final Db db;
    private final ObjectProvider<MockMvcTester> mvc;

    EveryDoor(
            SomePeople people,
            SomeCircles circles,
            SomePosts posts,
            SomeTokens tokens,
            WriteComment writeComment,
            FetchBroadcasts fetchBroadcasts,
            Routes routes,
            Circles known,
            Db db,
            ObjectProvider<MockMvcTester> mvc) {
        this.people = people;
        this.circles = circles;
        this.posts = posts;
        this.tokens = tokens;
        this.writeComment = writeComment;
        this.fetchBroadcasts = fetchBroadcasts;
        this.routes = routes;
        this.known = known;
        this.db = db;
        this.mvc = mvc;
    }

    record World(Owner owner, Member reader, String slug, String feed, CommentId comment) {}

    /** What one could do with a closed post, if its doors did not ask. */
    Map<String, Integer> refused(World world) {
        var wrong = new TreeMap<String, Integer>();
        for (var path : List.of("/p/1/reaction", "/p/1/comments", "/p/1/done")) {
            var status = mvc.getObject()
                    .post()
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
    World world() throws Exception {
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
            mvc.getObject()
                    .put()
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
        var page = mvc.getObject()
                .post()
                .uri("/c/" + slug + "/feed-address")
                .cookie(people.cookie(reader.person()))
                .with(csrf())
                .exchange();
        var told = Pattern.compile("/feeds/[A-Za-z0-9_-]+")
                .matcher(page.getResponse().getContentAsString());
        assertThat(told.find()).isTrue();
        return new World(owner, reader, slug, told.group(), comment);
    }

    void manage(World world, String path, String... namesAndValues) {
        var request = mvc.getObject()
                .post()
                .uri("/c/" + world.slug() + path)
                .cookie(people.cookie(world.owner().member().person()));
        for (var i = 0; i < namesAndValues.length; i += 2) {
            request = request.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        assertThat(request.with(csrf()).exchange()).as(path).hasStatus(303);
    }

    void publicReading(World world) {
        db.sql("update circles.circle set public_reading = true where circle_id = :circle")
                .with("circle", world.owner().circle())
                .run();
        known.changed(world.owner().circle());
    }

    Map<String, String> asMember(World world) throws IOException {
        var answers = answers(world, world.reader(), _ -> true);
        answers.putAll(zip(world));
        return answers;
    }

    Map<String, String> answers(World world, Member reader, Predicate<String> wanted) {
        var answers = new TreeMap<String, String>();
        var token = "Bearer " + tokens.some(reader.person(), "read", "write");
        var cookie = people.cookie(reader.person());
        for (var path : paths(world)) {
            if (wanted.test(path)) {
                var request = mvc.getObject().get().uri(path);
                var answer = path.startsWith("/api/")
                        ? request.header("Authorization", token).exchange()
                        : request.cookie(cookie).exchange();
                answers.put(path, text(answer));
            }
        }
        return answers;
    }

    Map<String, String> outside(World world) {
        var answers = new TreeMap<String, String>();
        for (var path : paths(world)) {
            if (!path.startsWith("/feeds/")) {
                answers.put(path, text(mvc.getObject().get().uri(path).exchange()));
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
        var answer = mvc.getObject()
                .post()
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
