package app.teahouse.home;

import app.teahouse.kernel.Face;
import app.teahouse.members.MyCircle;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is new in one of the reader's circles: the newest posts, and where the reader stopped. */
public record CircleNews(MyCircle circle, List<Post> posts) {

    /** @param unread whether it came after the reader's mark and was not opened */
    public record Post(
            long number,
            String title,
            String excerpt,
            @Nullable String author,
            @Nullable String picture,
            Instant publishedAt,
            boolean unread) {

        public String name() {
            return title.isEmpty() ? excerpt : title;
        }
    }

    public Face face() {
        return circle.face();
    }

    public String url() {
        return "/c/" + face().slug();
    }

    /** Behind this many posts a line says where the reader stopped; 0 where that cannot be shown. */
    public int stoppedAfter() {
        var unread = 0;
        while (unread < posts.size() && posts.get(unread).unread()) {
            unread++;
        }
        return unread == posts.size() ? 0 : unread;
    }
}
