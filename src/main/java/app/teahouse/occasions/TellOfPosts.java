package app.teahouse.occasions;

import app.teahouse.circles.Circles;
import app.teahouse.content.PostPublished;
import app.teahouse.following.Follows;
import app.teahouse.kernel.AfterCommit;
import app.teahouse.kernel.Listener;
import app.teahouse.kernel.Role;
import app.teahouse.live.Live;
import app.teahouse.live.LiveEvent;
import app.teahouse.notify.BroadcastNews;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import app.teahouse.notify.TellPeople;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells of a new post: those it mentions by name; all members, if the owner or a guest expert wrote it; those who follow the author.
 * Open feeds get a hint.
 */
@Component
class TellOfPosts implements Listener<PostPublished> {
    private final TellPeople tellPeople;
    private final BroadcastNews broadcastNews;
    private final Circles circles;
    private final Live live;

    TellOfPosts(TellPeople tellPeople, BroadcastNews broadcastNews, Circles circles, Live live) {
        this.tellPeople = tellPeople;
        this.broadcastNews = broadcastNews;
        this.circles = circles;
        this.live = live;
    }

    @Override
    public Class<PostPublished> event() {
        return PostPublished.class;
    }

    @Override
    public void on(PostPublished event) {
        var news = new News(
                event.circle(),
                NoticeKind.POST,
                "post:" + event.number(),
                event.number(),
                null,
                event.author(),
                event.alias(),
                event.title(),
                event.excerpt(),
                "",
                event.at());
        tellPeople.tell(news.as(NoticeKind.MENTION), event.mentioned());
        if (event.role() == Role.OWNER || event.role() == Role.GUEST_EXPERT) {
            broadcastNews.toAll(news);
        }
        broadcastNews.toFollowers(Follows.author(event.author()), news.as(NoticeKind.FOLLOWED_POST));
        circles.byId(event.circle())
                .ifPresent(circle -> AfterCommit.run(() -> live.toCircle(
                        event.circle(), new LiveEvent("posts", Map.of("at", "/c/" + circle.slug())), event.author())));
    }
}
