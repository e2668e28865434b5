package app.teahouse.feed;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Counts what is new, up to a hundred: more than that is "many" to anybody. */
@Component
public class News {
    /** What a full count means: this many or more. */
    public static final int MOST = 100;

    private final Db db;

    News(Db db) {
        this.db = db;
    }

    /** How many posts of others came after this number. */
    int after(Member member, long number) {
        return db.sql("""
                select count(*)
                  from (select 1
                          from content.post
                         where circle_id = :circle and state = 'live' and wakes and number > :number
                           and author_id is distinct from :account
                         limit 100) newer
                """)
                .with("circle", member.circle())
                .with("account", member.account())
                .with("number", number)
                .one(Integer.class);
    }

    /**
     * How many posts of each circle somebody has not read: published after their mark, not opened, not their own.
     *
     * @param marks the reader's mark in each circle, at most fifty of them; circles without news are left out
     */
    public Map<CircleId, Integer> unread(AccountId account, Map<CircleId, Long> marks) {
        record Row(CircleId circle, int posts) {}
        var asked = marks.entrySet().stream().limit(50).toList();
        return db
                .sql("""
                select c.circle_id, n.posts
                  from unnest(:circles, :marks) as c (circle_id, mark)
                 cross join lateral (
                       select count(*) as posts
                         from (select 1
                                 from content.post p
                                where p.circle_id = c.circle_id and p.state = 'live' and p.wakes and p.number > c.mark
                                  and p.author_id is distinct from :account
                                  and not exists (select 1 from reading.opened o
                                                   where o.circle_id = p.circle_id and o.account_id = :account
                                                     and o.number = p.number)
                                limit 100) newer) n
                 where n.posts > 0
                """)
                .withIds("circles", asked.stream().map(Map.Entry::getKey).toList())
                .withNumbers("marks", asked.stream().map(Map.Entry::getValue).toList())
                .with("account", account)
                .all((row, n) -> new Row(new CircleId(Db.uuid(row, 1)), row.getInt(2)))
                .stream()
                .collect(Collectors.toMap(Row::circle, Row::posts));
    }
}
