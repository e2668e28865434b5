package app.teahouse.home;

import app.teahouse.applications.ApplicationQueue;
import app.teahouse.circles.Discover;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Staff;
import app.teahouse.kernel.Visitor;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The front page, the directory and Today for programs. */
@RestController
class HomeApi {
    private final WhatIsNew whatIsNew;
    private final Discover discover;
    private final FirstSteps firstSteps;
    private final ApplicationQueue applications;
    private final UnansweredPosts unansweredPosts;

    HomeApi(
            WhatIsNew whatIsNew,
            Discover discover,
            FirstSteps firstSteps,
            ApplicationQueue applications,
            UnansweredPosts unansweredPosts) {
        this.whatIsNew = whatIsNew;
        this.discover = discover;
        this.firstSteps = firstSteps;
        this.applications = applications;
        this.unansweredPosts = unansweredPosts;
    }

    record PostJson(
            long number,
            String title,
            String excerpt,
            @Nullable String author,
            Instant publishedAt,
            boolean unread,
            @Nullable String withheld) {}

    record MineJson(
            String slug,
            String name,
            String role,
            long unread,
            Instant activeAt,
            Instant visitedAt,
            List<PostJson> posts) {}

    record ListedListJson(List<ListedJson> items, @Nullable String next) {}

    record MineListJson(List<MineJson> items) {}

    /** The circles where something is unread come first; only the first ten have posts. */
    @GetMapping("/api/v1/home")
    MineListJson home(Person person) {
        var view = whatIsNew.of(person);
        var quiet = view.quiet().stream().map(circle -> new CircleNews(circle, List.of()));
        return new MineListJson(
                Stream.concat(view.news().stream(), quiet).map(HomeApi::json).toList());
    }

    private static MineJson json(CircleNews news) {
        var circle = news.circle();
        return new MineJson(
                circle.face().slug(),
                circle.face().name(),
                Db.name(circle.role()),
                circle.unread(),
                circle.activeAt(),
                circle.visitedAt(),
                news.posts().stream()
                        .map(post -> new PostJson(
                                post.number(),
                                post.title(),
                                post.ruling().mayTake() ? post.excerpt() : "",
                                post.author(),
                                post.publishedAt(),
                                post.unread(),
                                post.ruling().withheld()))
                        .toList());
    }

    record ListedJson(
            String slug,
            String name,
            String promise,
            String language,
            String joinMode,
            long members,
            long posts,
            Instant activeAt) {}

    /** @param q words that stand in the name or promise; with them a page may be empty and yet have a next one */
    @GetMapping("/api/v1/discover")
    ListedListJson discover(
            Visitor visitor,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "24") int limit) {
        var size = Math.clamp(limit, 1, 100);
        var page = q == null || q.isBlank() ? discover.circles(before, size) : discover.search(q, before, size);
        return new ListedListJson(page.items().stream().map(HomeApi::json).toList(), page.next());
    }

    private static ListedJson json(Discover.Listed listed) {
        Face face = listed.face();
        return new ListedJson(
                face.slug(),
                face.name(),
                face.promise(),
                face.language().toLanguageTag(),
                Db.name(listed.joinMode()),
                listed.members(),
                listed.posts(),
                listed.activeAt());
    }

    record StepJson(String step, int done, int of) {}

    record UnansweredJson(
            String path, String author, @Nullable String title, Instant since) {}

    record TodayJson(List<StepJson> firstSteps, long applications, List<UnansweredJson> unanswered) {}

    @GetMapping("/api/v1/circles/{slug}/today")
    TodayJson today(Staff staff) {
        return new TodayJson(
                firstSteps.steps(staff).steps().stream()
                        .map(step -> new StepJson(step.key(), step.done(), step.of()))
                        .toList(),
                applications.waiting(staff.circle()),
                unansweredPosts.unanswered(staff).stream()
                        .map(post -> new UnansweredJson(post.url(), post.name(), post.title(), post.since()))
                        .toList());
    }
}
