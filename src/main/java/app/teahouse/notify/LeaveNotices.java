package app.teahouse.notify;

import app.teahouse.departures.Leaving;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.members.Belongings;
import app.teahouse.members.CirclesOf;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What somebody was told goes with their account. What others were told of them goes with their words, or stays and names nobody:
 * notices keep copies of names and pictures.
 */
@Component
@Order(-7)
class LeaveNotices implements Leaving, Belongings {
    private static final int STEP = 200;

    private final Db db;
    private final Bells bells;
    private final DropReaction dropReaction;
    private final TransactionTemplate transaction;
    private final CirclesOf circlesOf;

    LeaveNotices(Db db, Bells bells, DropReaction dropReaction, TransactionTemplate transaction, CirclesOf circlesOf) {
        this.db = db;
        this.bells = bells;
        this.dropReaction = dropReaction;
        this.transaction = transaction;
        this.circlesOf = circlesOf;
    }

    /** The broadcasts first, so that none is fetched with the old name any more. */
    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        broadcasts(account, wordsGo);
        return forgetOwn(account) || gathered(account, wordsGo) || told(account, wordsGo);
    }

    private void broadcasts(AccountId account, boolean wordsGo) {
        var circles = circlesOf.all(account);
        for (var circle : circles) {
            if (wordsGo) {
                db.sql("delete from notify.broadcast where circle_id = :circle and actor_id = :account")
                        .with("circle", circle)
                        .with("account", account)
                        .run();
            } else {
                db.sql("""
                        update notify.broadcast
                           set actor_name = '', actor_picture = null
                         where circle_id = :circle and actor_id = :account and actor_name <> ''
                        """).with("circle", circle).with("account", account).run();
            }
        }
    }

    private boolean forgetOwn(AccountId account) {
        var some = db.sql("""
                delete from notify.notice
                 where account_id = :account
                   and notice_id in (select notice_id from notify.notice where account_id = :account limit :most)
                """).with("account", account).with("most", STEP).run();
        if (some == 0) {
            db.sql("delete from notify.bell where account_id = :account")
                    .with("account", account)
                    .run();
        }
        return some > 0;
    }

    private record Told(AccountId reader, NoticeId notice) {}

    /** Their reactions in others' notices: taken back like the reactions themselves, or counted without their name. */
    private boolean gathered(AccountId account, boolean wordsGo) {
        var notices = db.sql("""
                select account_id, notice_id
                  from notify.actor
                 where actor_id = :account
                 order by account_id, notice_id
                 limit :most
                """)
                .with("account", account)
                .with("most", STEP)
                .all((row, n) -> new Told(new AccountId(Db.uuid(row, 1)), new NoticeId(Db.uuid(row, 2))));
        for (var told : notices) {
            transaction.executeWithoutResult(_ -> {
                if (wordsGo) {
                    dropReaction.drop(told.reader(), told.notice(), account);
                }
                db.sql("""
                        delete from notify.actor
                         where account_id = :reader and notice_id = :notice and actor_id = :account
                        """)
                        .with("reader", told.reader())
                        .with("notice", told.notice())
                        .with("account", account)
                        .run();
            });
        }
        return !notices.isEmpty();
    }

    private boolean told(AccountId account, boolean wordsGo) {
        var notices = db.sql("""
                select account_id, notice_id
                  from notify.notice
                 where actor_id = :account
                 order by account_id, notice_id
                 limit :most
                """)
                .with("account", account)
                .with("most", STEP)
                .all((row, n) -> new Told(new AccountId(Db.uuid(row, 1)), new NoticeId(Db.uuid(row, 2))));
        notices.forEach(told -> transaction.executeWithoutResult(_ -> withdraw(told, wordsGo)));
        return !notices.isEmpty();
    }

    private void withdraw(Told told, boolean wordsGo) {
        if (wordsGo) {
            db.sql("""
                    delete from notify.notice
                     where account_id = :reader and notice_id = :notice
                       and kind in ('comment', 'reply', 'mention', 'application', 'post', 'followed_post', 'followed_comment')
                    returning seen_at is null
                    """)
                    .with("reader", told.reader())
                    .with("notice", told.notice())
                    .maybe((row, n) -> row.getBoolean(1))
                    .filter(isUnseen -> isUnseen)
                    .ifPresent(_ -> bells.calm(told.reader(), 1));
        }
        db.sql("""
                update notify.notice
                   set actor_id = null, actor_name = '', actor_picture = null
                 where account_id = :reader and notice_id = :notice
                """).with("reader", told.reader()).with("notice", told.notice()).run();
    }

    /** Of an erased circle nothing is told any more. */
    @Override
    public void forget(CircleId circle, Collection<AccountId> accounts) {
        var unseen = db
                .sql("""
                delete from notify.notice
                 where account_id = any(:accounts) and circle_id = :circle
                returning account_id, seen_at is null
                """)
                .withIds("accounts", accounts)
                .with("circle", circle)
                .all((row, n) -> row.getBoolean(2) ? List.of(new AccountId(Db.uuid(row, 1))) : List.<AccountId>of())
                .stream()
                .flatMap(List::stream)
                .sorted(ById.ORDER)
                .toList();
        unseen.forEach(account -> bells.calm(account, 1));
    }
}
