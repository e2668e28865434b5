package app.teahouse.content;

/** The post before or after another one. */
public record Neighbour(long number, String title, String excerpt) {
    public String name() {
        return title.isEmpty() ? PostView.shortened(excerpt) : title;
    }
}
