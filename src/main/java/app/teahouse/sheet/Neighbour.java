package app.teahouse.sheet;

import app.teahouse.content.Posts;

/** The post before or after another one; without the beginning of its words where that may be closed to the reader. */
public record Neighbour(long number, String title, String excerpt) {
    boolean isNameless() {
        return title.isEmpty() && excerpt.isEmpty();
    }

    public String name() {
        return Posts.named(title, excerpt, number);
    }
}
