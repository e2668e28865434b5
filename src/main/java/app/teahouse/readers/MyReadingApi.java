package app.teahouse.readers;

import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Person;
import app.teahouse.members.MyCircle;
import app.teahouse.members.MyCircles;
import app.teahouse.reading.OwnReading;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Somebody's own reading, for programs. */
@RestController
@RequestMapping("/api/v1/me/reading")
class MyReadingApi {
    private final MyReading myReading;
    private final OwnReading ownReading;
    private final MyCircles myCircles;

    MyReadingApi(MyReading myReading, OwnReading ownReading, MyCircles myCircles) {
        this.myReading = myReading;
        this.ownReading = ownReading;
        this.myCircles = myCircles;
    }

    /**
     * @param circle the circle's address, as in {@code /c/tea}
     * @param part how far one came, in thousandths
     */
    record ReadPostJson(
            String circle, long number, String url, String title, int part, int seconds, boolean finished, Instant at) {
        static ReadPostJson of(ReadPost post) {
            return new ReadPostJson(
                    post.circle().slug(),
                    post.number(),
                    post.url(),
                    post.name(),
                    post.part(),
                    post.seconds(),
                    post.finished(),
                    post.at());
        }
    }

    record ReadPostsJson(List<ReadPostJson> items, @Nullable String next) {
        static ReadPostsJson of(Cursor<ReadPost> page) {
            return new ReadPostsJson(page.items().stream().map(ReadPostJson::of).toList(), page.next());
        }
    }

    @GetMapping
    ReadPostsJson going(
            Person person,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "20") int limit) {
        return ReadPostsJson.of(myReading.goingOn(person, faces(person), before, Math.clamp(limit, 1, 100)));
    }

    @GetMapping("/finished")
    ReadPostsJson finished(
            Person person,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "20") int limit) {
        return ReadPostsJson.of(myReading.finished(person, faces(person), before, Math.clamp(limit, 1, 100)));
    }

    private List<Face> faces(Person person) {
        return myCircles.of(person).stream().map(MyCircle::face).toList();
    }

    /** @param shown whether the staff of one's circles see what one reads */
    record ShownJson(boolean shown) {}

    @GetMapping("/shown")
    ShownJson shown(Person person) {
        return new ShownJson(ownReading.isShown(person));
    }

    @PutMapping("/shown")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void show(Person person, @RequestBody ShownJson wish) {
        ownReading.show(person, wish.shown());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(Person person) {
        ownReading.forget(person);
    }
}
