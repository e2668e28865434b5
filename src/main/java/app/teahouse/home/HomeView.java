package app.teahouse.home;

import app.teahouse.members.MyCircle;
import java.util.List;

/** What is new across somebody's circles; {@code quiet} are those that are only named. */
public record HomeView(List<CircleNews> news, List<MyCircle> quiet) {

    public boolean isEmpty() {
        return news.isEmpty();
    }

    public long unread() {
        return news.stream().mapToLong(circle -> circle.circle().unread()).sum();
    }
}
