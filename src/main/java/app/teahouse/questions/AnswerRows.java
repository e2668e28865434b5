package app.teahouse.questions;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.membertags.MemberTagId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers of a whole circle, or of one account over its circles. */
@Component
class AnswerRows {
    private final Db db;

    AnswerRows(Db db) {
        this.db = db;
    }

    /** Only those whose tags are still to be given: what was given is a row of the tag itself. */
    void follow(CircleId circle, MemberTagId from, @Nullable MemberTagId into) {
        db.sql("""
                update questions.answered
                   set tags = case when :into::uuid is null or :into::uuid = any(tags)
                                   then array_remove(tags, :from)
                                   else array_replace(tags, :from, :into::uuid) end
                 where circle_id = :circle and state = 'waiting' and :from = any(tags)
                """).with("circle", circle).with("from", from).with("into", into).run();
    }

    boolean erase(CircleId circle, int atMost) {
        return db.sql("""
                delete from questions.answered
                 where circle_id = :circle
                   and account_id in (select account_id from questions.answered where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run() == atMost;
    }

    /** Also where they only applied. */
    void forget(AccountId account) {
        db.sql("delete from questions.answered where account_id = :account")
                .with("account", account)
                .run();
    }

    record Mine(UUID circle, Instant at, List<Answered.Pair> answers) {}

    List<Mine> of(AccountId account) {
        return db.sql("""
                select circle_id, at, questions, answers
                  from questions.answered
                 where account_id = :account and state <> 'skipped'
                 order by circle_id
                 limit 10000
                """)
                .with("account", account)
                .all((row, n) -> new Mine(
                        Db.uuid(row, 1), Db.instant(row, 2), Answered.pairs(Db.texts(row, 3), Db.texts(row, 4))));
    }

    record Line(
            AccountId account, long number, String alias, List<String> questions, List<String> answers, Instant at) {}

    /** Of members, by account, after one. */
    List<Line> after(CircleId circle, @Nullable AccountId last, int most) {
        return db.sql("""
                select a.account_id, m.number, m.alias, a.questions, a.answers, a.at
                  from questions.answered a
                  join members.membership m
                    on m.circle_id = a.circle_id and m.account_id = a.account_id and m.state = 'active'
                 where a.circle_id = :circle and a.state <> 'skipped'
                """)
                .and(last != null, "and a.account_id > :last")
                .and(true, "order by a.account_id limit :most")
                .with("circle", circle)
                .with("last", last)
                .with("most", most)
                .all((row, n) -> new Line(
                        new AccountId(Db.uuid(row, 1)),
                        row.getLong(2),
                        row.getString(3),
                        Db.texts(row, 4),
                        Db.texts(row, 5),
                        Db.instant(row, 6)));
    }
}
