package app.teahouse.writings;

import app.teahouse.content.Posts;
import java.time.Instant;

/** A post of one's own, as its author reads it. */
public record OwnPost(long number, String title, String excerpt, Instant publishedAt) {
    public String name() {
        return Posts.named(title, excerpt, number);
    }
}
