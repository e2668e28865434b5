package app.teahouse.saved;

import app.teahouse.content.Posts;
import app.teahouse.kernel.Face;
import app.teahouse.roster.Author;
import java.time.Instant;

/** A post in somebody's list of what they saved. */
public record SavedPost(
        Face circle, long number, String title, String excerpt, Author author, Instant publishedAt, Instant savedAt) {

    public String name() {
        return title.isEmpty() ? Posts.shortened(excerpt) : title;
    }

    public String url() {
        return "/c/" + circle.slug() + "/p/" + number;
    }
}
