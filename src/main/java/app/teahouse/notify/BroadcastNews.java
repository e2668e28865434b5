package app.teahouse.notify;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.AfterCommit;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.live.Live;
import app.teahouse.members.Members;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Tells many at the price of one row: those who are meant fetch it when they come ({@link FetchBroadcasts}). Those who are here
 * now are asked to fetch soon.
 */
@Component
public class BroadcastNews {
    static final String ALL = "all";

    private final Db db;
    private final Members members;
    private final Live live;
    private final Fetching fetching;

    BroadcastNews(Db db, Members members, Live live, Fetching fetching) {
        this.db = db;
        this.members = members;
        this.live = live;
        this.fetching = fetching;
    }

    public void toAll(News news) {
        write(ALL, news);
    }

    /** To those who follow the target, if anybody does. */
    public void toFollowers(String target, News news) {
        var followed =
                db.sql("""
                select 1
                  from following.followed
                 where circle_id = :circle and target = :target and followers > 0
                """).with("circle", news.circle()).with("target", target).exists();
        if (followed) {
            write(target, news);
        }
    }

    private void write(String audience, News news) {
        var author = Objects.requireNonNull(news.actor());
        var actor = members.card(news.circle(), author).orElse(null);
        db.sql("""
                insert into notify.broadcast
                       (circle_id, audience, about, kind, number, comment_id, actor_id, actor_name, actor_picture,
                        title, excerpt, made_at)
                values (:circle, :audience, :about, :kind, :number, :comment, :actor, :name, :picture,
                        :title, :excerpt, :at)
                on conflict do nothing
                """)
                .with("circle", news.circle())
                .with("audience", audience)
                .with("about", news.about())
                .with("kind", news.kind())
                .with("number", news.number())
                .with("comment", news.comment())
                .with("actor", author)
                .with("name", news.name())
                .with("picture", actor == null ? null : actor.picture())
                .with("title", news.title())
                .with("excerpt", news.excerpt())
                .with("at", news.at())
                .run();
        wakeThoseWhoAreHere(news.circle(), author);
    }

    private void wakeThoseWhoAreHere(CircleId circle, AccountId author) {
        AfterCommit.run(() -> live.present(circle).stream()
                .filter(account -> !account.equals(author))
                .forEach(fetching::ask));
    }
}
