package app.teahouse.notify;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Somebody took a reaction back: the notice that gathers it counts one fewer, and goes with the last, unless it has been read and
 * so is history.
 */
@Component
public class DropReaction {
    private final Db db;
    private final Members members;
    private final Bells bells;

    DropReaction(Db db, Members members, Bells bells) {
        this.db = db;
        this.members = members;
        this.bells = bells;
    }

    private record Row(NoticeId id, int actors, boolean isFace, boolean isUnseen, boolean isRead) {}

    public void drop(News news, AccountId author) {
        var reactor = Objects.requireNonNull(news.actor());
        locked(news, author, reactor).ifPresent(notice -> {
            if (notice.actors() > 1) {
                lower(news, author, reactor, notice);
            } else if (!notice.isRead()) {
                remove(author, notice);
            }
        });
    }

    /** The newest notice that counts them. It is locked, so that it is not marked as seen between the look and the change. */
    private Optional<Row> locked(News news, AccountId author, AccountId reactor) {
        return db.sql("""
                select n.notice_id, n.actors, n.actor_id = :reactor, n.seen_at is null, n.read_at is not null
                  from notify.notice n
                  join notify.actor a
                    on a.account_id = n.account_id and a.notice_id = n.notice_id and a.actor_id = :reactor
                 where n.account_id = :account and n.circle_id = :circle and n.about = :about and n.kind = 'reaction'
                 order by n.told_at desc, n.notice_id desc
                 limit 1
                   for update of n
                """)
                .with("account", author)
                .with("circle", news.circle())
                .with("about", news.about())
                .with("reactor", reactor)
                .maybe((row, n) -> new Row(
                        new NoticeId(Db.uuid(row, 1)),
                        row.getInt(2),
                        row.getBoolean(3),
                        row.getBoolean(4),
                        row.getBoolean(5)));
    }

    private void remove(AccountId author, Row notice) {
        db.sql("delete from notify.notice where account_id = :account and notice_id = :notice")
                .with("account", author)
                .with("notice", notice.id())
                .run();
        if (notice.isUnseen()) {
            bells.calm(author, 1);
        }
    }

    private void lower(News news, AccountId author, AccountId reactor, Row notice) {
        db.sql("""
                delete from notify.actor
                 where account_id = :account and notice_id = :notice and actor_id = :reactor
                """)
                .with("account", author)
                .with("notice", notice.id())
                .with("reactor", reactor)
                .run();
        db.sql("""
                update notify.notice
                   set actors = actors - 1
                 where account_id = :account and notice_id = :notice
                """).with("account", author).with("notice", notice.id()).run();
        if (notice.isFace()) {
            another(news, author, notice).ifPresent(card -> show(author, notice, card));
        }
        if (notice.isUnseen()) {
            bells.ring(author, 0);
        }
    }

    private Optional<MemberCard> another(News news, AccountId author, Row notice) {
        return db.sql("""
                select actor_id
                  from notify.actor
                 where account_id = :account and notice_id = :notice
                 order by actor_id
                 limit 1
                """)
                .with("account", author)
                .with("notice", notice.id())
                .maybe((row, n) -> new AccountId(Db.uuid(row, 1)))
                .flatMap(actor -> Optional.ofNullable(
                        members.cards(news.circle(), List.of(actor)).get(actor)));
    }

    private void show(AccountId author, Row notice, MemberCard card) {
        db.sql("""
                update notify.notice
                   set actor_id = :actor, actor_name = :name, actor_picture = :picture, detail = ''
                 where account_id = :account and notice_id = :notice
                """)
                .with("account", author)
                .with("notice", notice.id())
                .with("actor", card.account())
                .with("name", card.alias())
                .with("picture", card.picture())
                .run();
    }
}
