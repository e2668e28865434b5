package app.teahouse.home;

import app.teahouse.kernel.Face;
import app.teahouse.members.MyCircle;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is new in one of the reader's circles: the newest posts, and where the reader stopped. */
public record CircleNews(MyCircle circle, List<Post> posts) {
    private static final int SHORT = 60;

    /**
     * @param afterMark whether it came after the place where the reader stopped
     * @param unread whether it did and was not opened
     */
    public record Post(
            long number,
            String title,
            String excerpt,
            @Nullable String author,
            @Nullable String picture,
            Instant publishedAt,
            boolean afterMark,
            boolean unread) {

        public String name() {
            if (!title.isEmpty()) {
                return title;
            }
            return excerpt.codePointCount(0, excerpt.length()) <= SHORT
                    ? excerpt
                    : excerpt.substring(0, excerpt.offsetByCodePoints(0, SHORT)).strip() + "…";
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
        var after = (int) posts.stream().filter(Post::afterMark).count();
        return after == posts.size() ? 0 : after;
    }
}
