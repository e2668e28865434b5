package app.teahouse.saved;

import app.teahouse.kernel.Member;
import app.teahouse.kernel.Person;
import app.teahouse.roster.AuthorJson;
import app.teahouse.web.NoSurface;
import app.teahouse.web.WhileHalted;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What somebody saved, for programs. */
@RestController
class SavedApi {
    private final SavePost savePost;
    private final SavedList list;
    private final SavedSheet sheet;
    private final KeepWords keepWords;

    SavedApi(SavePost savePost, SavedList list, SavedSheet sheet, KeepWords keepWords) {
        this.savePost = savePost;
        this.list = list;
        this.sheet = sheet;
        this.keepWords = keepWords;
    }

    /** @param part where the words stand, in thousandths of the post */
    record PassageJson(UUID id, String words, @Nullable Integer part, String url) {
        static PassageJson of(Quotation passage, String url) {
            return new PassageJson(passage.id().value(), passage.words(), passage.part(), passage.link(url));
        }
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
            String note,
            @Nullable UUID folder,
            List<PassageJson> passages,
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
                    post.note(),
                    post.folder() == null ? null : post.folder().value(),
                    post.passages().stream()
                            .map(passage -> PassageJson.of(passage, post.url()))
                            .toList(),
                    post.ruling().withheld());
        }
    }

    record SavedPostsJson(
            List<SavedPostJson> items, @Nullable String next) {}

    @GetMapping("/api/v1/me/saved")
    SavedPostsJson all(
            Person person,
            @RequestParam(required = false) @Nullable UUID folder,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "20") int limit) {
        var asked = new SavedList.Asked(folder == null ? null : new FolderId(folder), q, before);
        var page = list.read(person, asked, Math.clamp(limit, 1, 100));
        return new SavedPostsJson(page.items().stream().map(SavedPostJson::of).toList(), page.next());
    }

    record SavedJson(boolean saved) {}

    @GetMapping("/api/v1/circles/{slug}/posts/{number}/saved")
    SavedJson has(Member member, @PathVariable long number) {
        return new SavedJson(sheet.kept(member, number) != Kept.NOT);
    }

    @PutMapping("/api/v1/circles/{slug}/posts/{number}/saved")
    @NoSurface("What one saves is seen by nobody else")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @WhileHalted
    void save(Member member, @PathVariable long number) {
        savePost.save(member, number);
    }

    @DeleteMapping("/api/v1/circles/{slug}/posts/{number}/saved")
    @NoSurface("What one saves is seen by nobody else")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @WhileHalted
    void remove(Member member, @PathVariable long number) {
        savePost.remove(member, number);
    }

    /** @param folder one of one's own, or null for none */
    record NoteJson(@Nullable String note, @Nullable UUID folder) {}

    @PutMapping("/api/v1/circles/{slug}/posts/{number}/saved/note")
    @NoSurface("What one keeps is seen by nobody else")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @WhileHalted
    void note(Member member, @PathVariable long number, @RequestBody NoteJson asked) {
        keepWords.note(member, number, asked.note(), asked.folder() == null ? null : new FolderId(asked.folder()));
    }

    record WordsJson(@Nullable String words, @Nullable Integer part) {}

    record KeptJson(UUID id) {}

    @PostMapping("/api/v1/circles/{slug}/posts/{number}/passages")
    @NoSurface("What one keeps is seen by nobody else")
    @ResponseStatus(HttpStatus.CREATED)
    @WhileHalted
    KeptJson keep(Member member, @PathVariable long number, @RequestBody WordsJson asked) {
        return new KeptJson(
                keepWords.keep(member, number, asked.words(), asked.part()).value());
    }

    @DeleteMapping("/api/v1/circles/{slug}/posts/{number}/passages/{passage}")
    @NoSurface("What one keeps is seen by nobody else")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @WhileHalted
    void forget(Member member, @PathVariable long number, @PathVariable PassageId passage) {
        keepWords.forget(member, number, passage);
    }
}
