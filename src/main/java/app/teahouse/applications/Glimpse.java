package app.teahouse.applications;

/** A post that somebody outside may look at, on a circle's about page. */
public record Glimpse(String title, String path, String excerpt, String author) {

    /** Where glimpses come from: room {@code content} has the posts. */
    public interface Source {
        java.util.List<Glimpse> of(app.teahouse.kernel.Onlooker onlooker);
    }
}
