package app.teahouse.sheet;

import app.teahouse.content.Posts;

/** The post before or after another one. */
public record Neighbour(long number, String title, String excerpt) {
    public String name() {
        return title.isEmpty() ? Posts.shortened(excerpt) : title;
    }
}
