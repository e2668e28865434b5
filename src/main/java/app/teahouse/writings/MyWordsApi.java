package app.teahouse.writings;

import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Person;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One's own posts and comments in a circle, for programs. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/my-words")
class MyWordsApi {
    private static final int SIZE = 50;

    private final MyWords myWords;

    MyWordsApi(MyWords myWords) {
        this.myWords = myWords;
    }

    record OwnPostJson(long number, String title, String excerpt, Instant publishedAt) {}

    record OwnPostsJson(List<OwnPostJson> items, @Nullable String next) {}

    @GetMapping("/posts")
    OwnPostsJson posts(Onlooker onlooker, Person person, @RequestParam(required = false) @Nullable Long before) {
        var page = myWords.posts(onlooker.circle(), person.account(), before, SIZE);
        return new OwnPostsJson(
                page.items().stream()
                        .map(post -> new OwnPostJson(post.number(), post.title(), post.excerpt(), post.publishedAt()))
                        .toList(),
                page.next());
    }

    record OwnWordsJson(long number, String name, String html, Instant publishedAt) {}

    @GetMapping("/posts/{number}")
    OwnWordsJson post(Onlooker onlooker, Person person, @PathVariable long number) {
        var words = myWords.post(onlooker.circle(), person.account(), number);
        return new OwnWordsJson(words.number(), words.name(), words.html(), words.publishedAt());
    }

    /** @param post the number of the post below which it stands */
    record OwnCommentJson(UUID id, long post, String html, Instant madeAt) {}

    record OwnCommentsJson(
            List<OwnCommentJson> items, @Nullable String next) {}

    @GetMapping("/comments")
    OwnCommentsJson comments(
            Onlooker onlooker, Person person, @RequestParam(required = false) @Nullable String before) {
        var page = myWords.comments(onlooker.circle(), person.account(), before, SIZE);
        return new OwnCommentsJson(
                page.items().stream()
                        .map(one -> new OwnCommentJson(one.id().value(), one.post(), one.html(), one.madeAt()))
                        .toList(),
                page.next());
    }
}
