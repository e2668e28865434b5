package app.teahouse.home;

import app.teahouse.content.Posts;
import app.teahouse.guard.Ruling;
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
            boolean unread,
            Ruling ruling) {

        /** The same to a reader to whom it is closed, or who may not carry it away. */
        Post as(Ruling found) {
            return found.equals(ruling)
                    ? this
                    : new Post(
                            number,
                            title,
                            found.isOpen() ? excerpt : "",
                            author,
                            picture,
                            publishedAt,
                            afterMark,
                            unread,
                            found);
        }

        public String name() {
            if (!title.isEmpty() || excerpt.isEmpty()) {
                return Posts.named(title, "", number);
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
