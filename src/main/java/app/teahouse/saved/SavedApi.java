package app.teahouse.saved;

import app.teahouse.kernel.Member;
import app.teahouse.kernel.Person;
import app.teahouse.roster.AuthorJson;
import app.teahouse.web.NoSurface;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What somebody saved, for programs. */
@RestController
class SavedApi {
    private final SavePost savePost;
    private final SavedList list;

    SavedApi(SavePost savePost, SavedList list) {
        this.savePost = savePost;
        this.list = list;
    }

    /**
     * @param circle the circle's address, as in {@code /c/tea}
     * @param withheld why its words are missing: {@code closed} for now, or {@code protected} from being carried away
     */
    record SavedPostJson(
            String circle,
            long number,
            String url,
            String title,
            String excerpt,
            AuthorJson author,
            Instant publishedAt,
            Instant savedAt,
            @Nullable String withheld) {

        static SavedPostJson of(SavedPost post) {
            return new SavedPostJson(
                    post.circle().slug(),
                    post.number(),
                    post.url(),
                    post.title(),
                    post.ruling().mayTake() ? post.excerpt() : "",
                    AuthorJson.of(post.author()),
                    post.publishedAt(),
                    post.savedAt(),
                    post.ruling().withheld());
        }
    }

    record SavedPostsJson(
            List<SavedPostJson> items, @Nullable String next) {}

    @GetMapping("/api/v1/me/saved")
    SavedPostsJson all(
            Person person,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "20") int limit) {
        var page = list.read(person, before, Math.clamp(limit, 1, 100));
        return new SavedPostsJson(page.items().stream().map(SavedPostJson::of).toList(), page.next());
    }

    record SavedJson(boolean saved) {}

    @GetMapping("/api/v1/circles/{slug}/posts/{number}/saved")
    SavedJson has(Member member, @PathVariable long number) {
        return new SavedJson(list.has(member, number));
    }

    @PutMapping("/api/v1/circles/{slug}/posts/{number}/saved")
    @NoSurface("What one saves is seen by nobody else")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void save(Member member, @PathVariable long number) {
        savePost.save(member, number);
    }

    @DeleteMapping("/api/v1/circles/{slug}/posts/{number}/saved")
    @NoSurface("What one saves is seen by nobody else")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Member member, @PathVariable long number) {
        savePost.remove(member, number);
    }
}
