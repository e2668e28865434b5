package app.teahouse.occasions;

import app.teahouse.circles.Circles;
import app.teahouse.comments.CommentWritten;
import app.teahouse.following.Follows;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.AfterCommit;
import app.teahouse.kernel.Listener;
import app.teahouse.live.Live;
import app.teahouse.live.LiveEvent;
import app.teahouse.notify.BroadcastNews;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import app.teahouse.notify.TellPeople;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells of a new comment: those it mentions, whose comment it answers, whose post it is about, each in the way that says most; and
 * those who follow the post. Open pages of the post get a hint.
 */
@Component
class TellOfComments implements Listener<CommentWritten> {
    private final TellPeople tellPeople;
    private final BroadcastNews broadcastNews;
    private final Circles circles;
    private final Live live;

    TellOfComments(TellPeople tellPeople, BroadcastNews broadcastNews, Circles circles, Live live) {
        this.tellPeople = tellPeople;
        this.broadcastNews = broadcastNews;
        this.circles = circles;
        this.live = live;
    }

    @Override
    public Class<CommentWritten> event() {
        return CommentWritten.class;
    }

    @Override
    public void on(CommentWritten event) {
        var news = new News(
                event.circle(),
                NoticeKind.COMMENT,
                "comment:" + event.comment().value(),
                event.number(),
                event.comment().value(),
                event.author(),
                event.alias(),
                event.postName(),
                event.excerpt(),
                "",
                event.at());
        tellPeople.tell(news, readers(event));
        broadcastNews.toFollowers(Follows.post(event.number()), news.as(NoticeKind.FOLLOWED_COMMENT));
        circles.byId(event.circle())
                .ifPresent(circle -> AfterCommit.run(() -> live.toCircle(
                        event.circle(),
                        new LiveEvent("comments", Map.of("at", "/c/" + circle.slug() + "/p/" + event.number())),
                        event.author())));
    }

    private static Map<AccountId, NoticeKind> readers(CommentWritten event) {
        var readers = new HashMap<AccountId, NoticeKind>();
        if (event.postAuthor() != null) {
            readers.put(event.postAuthor(), NoticeKind.COMMENT);
        }
        if (event.replyAuthor() != null) {
            readers.put(event.replyAuthor(), NoticeKind.REPLY);
        }
        event.mentioned().forEach(account -> readers.put(account, NoticeKind.MENTION));
        return readers;
    }
}
