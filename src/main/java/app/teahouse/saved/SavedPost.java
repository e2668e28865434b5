package app.teahouse.saved;

import app.teahouse.content.Posts;
import app.teahouse.guard.Ruling;
import app.teahouse.kernel.Face;
import app.teahouse.roster.Author;
import java.time.Instant;

/** A post in somebody's list of what they saved; without its beginning while it is closed to them. */
public record SavedPost(
        Face circle,
        long number,
        String title,
        String excerpt,
        Author author,
        Instant publishedAt,
        Instant savedAt,
        Ruling ruling) {

    public String name() {
        return Posts.named(title, excerpt, number);
    }

    public String url() {
        return "/c/" + circle.slug() + "/p/" + number;
    }
}
