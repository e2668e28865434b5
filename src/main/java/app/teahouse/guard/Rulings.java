package app.teahouse.guard;

import java.util.Map;

/** What was decided about the posts of a page. */
public final class Rulings {
    private final Map<Guarded, Ruling> all;

    Rulings(Map<Guarded, Ruling> all) {
        this.all = all;
    }

    /** @param post one that was asked about */
    public Ruling of(Guarded post) {
        var ruling = all.get(post);
        if (ruling == null) {
            throw new IllegalArgumentException("Nobody asked about this post: " + post.post());
        }
        return ruling;
    }
}
