package app.teahouse.notify;

import app.teahouse.blocks.Blocks;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import app.teahouse.topics.Topic;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Somebody reacted to what a member wrote. Until the member has seen it, others who react to the same thing are counted into the
 * same notice, each once.
 */
@Component
public class GatherReaction {
    private final Db db;
    private final Clock clock;
    private final Members members;
    private final Bells bells;
    private final Blocks blocks;

    GatherReaction(Db db, Clock clock, Members members, Bells bells, Blocks blocks) {
        this.db = db;
        this.clock = clock;
        this.members = members;
        this.bells = bells;
        this.blocks = blocks;
    }

    public void gather(News news, AccountId author) {
        var reactor = Objects.requireNonNull(news.actor());
        if (reactor.equals(author)) {
            return;
        }
        var known = members.cards(news.circle(), List.of(author, reactor));
        var reader = known.get(author);
        var actor = known.get(reactor);
        if (reader == null || !reader.active() || actor == null) {
            return;
        }
        if (!isMuted(news, author) && !blocks.has(news.circle(), author, reactor)) {
            var fresh = new NoticeId(Ids.next());
            count(author, fresh, find(author, fresh, news, actor), news, actor);
        }
    }

    private boolean isMuted(News news, AccountId author) {
        return db.sql("""
                select 1
                  from topics.muted
                 where account_id = :account and circle_id = :circle and topic = :topic
                """)
                .with("account", author)
                .with("circle", news.circle())
                .with("topic", Topic.REACTIONS)
                .exists();
    }

    /** The open notice of this thing, or a new one; its row is locked, so two who react at once are both counted. */
    private NoticeId find(AccountId reader, NoticeId fresh, News news, MemberCard actor) {
        return db.sql("""
                insert into notify.notice as n
                       (account_id, notice_id, circle_id, kind, about, number, comment_id, actor_id, actor_name,
                        actor_picture, title, excerpt, detail, told_at)
                values (:account, :notice, :circle, 'reaction', :about, :number, :comment, :actor, :name,
                        :picture, :title, :excerpt, :detail, :now)
                on conflict (account_id, circle_id, about) where kind = 'reaction' and seen_at is null
                   do update set told_at = n.told_at
                returning notice_id
                """)
                .with("account", reader)
                .with("notice", fresh)
                .with("circle", news.circle())
                .with("about", news.about())
                .with("number", news.number())
                .with("comment", news.comment())
                .with("actor", actor.account())
                .with("name", actor.alias())
                .with("picture", actor.picture())
                .with("title", news.title())
                .with("excerpt", news.excerpt())
                .with("detail", news.detail())
                .with("now", clock.instant())
                .one((row, n) -> new NoticeId(Db.uuid(row, 1)));
    }

    private void count(AccountId reader, NoticeId fresh, NoticeId found, News news, MemberCard actor) {
        var first = db.sql("""
                insert into notify.actor (account_id, notice_id, actor_id)
                values (:account, :notice, :actor)
                on conflict do nothing
                """)
                        .with("account", reader)
                        .with("notice", found)
                        .with("actor", actor.account())
                        .run()
                == 1;
        if (found.equals(fresh)) {
            bells.ring(reader, 1);
        } else if (first) {
            add(reader, found, news, actor);
        }
    }

    private void add(AccountId reader, NoticeId notice, News news, MemberCard actor) {
        db.sql("""
                update notify.notice
                   set actors = actors + 1, actor_id = :actor, actor_name = :name, actor_picture = :picture,
                       detail = :detail, told_at = greatest(told_at, :now)
                 where account_id = :account and notice_id = :notice
                """)
                .with("actor", actor.account())
                .with("name", actor.alias())
                .with("picture", actor.picture())
                .with("detail", news.detail())
                .with("now", clock.instant())
                .with("account", reader)
                .with("notice", notice)
                .run();
        bells.ring(reader, 0);
    }
}
