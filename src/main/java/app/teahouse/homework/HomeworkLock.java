package app.teahouse.homework;

import app.teahouse.content.Posts;
import app.teahouse.guard.Asked;
import app.teahouse.guard.Closed;
import app.teahouse.guard.Guarded;
import app.teahouse.guard.Lock;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Role;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what was handed in from peers until they handed in something of their own, or for good, as the task's terms say. */
@Component
class HomeworkLock implements Lock {
    private static final AccountId NOBODY = new AccountId(new UUID(0, 0));

    private final Db db;

    HomeworkLock(Db db) {
        this.db = db;
    }

    @Override
    public String name() {
        return "homework";
    }

    /** What is known of one that was asked about; no task where it was handed in anew meanwhile, under another post. */
    private record Row(int place, Peers peers, boolean reviews, boolean handedIn, long number, String name) {

        @Nullable
        Closed closed(boolean member) {
            var open = reviews || (member && (peers == Peers.ALWAYS || (peers == Peers.AFTER && handedIn)));
            if (open) {
                return null;
            }
            return member && peers == Peers.AFTER ? Closed.handIn(number, name) : Closed.reviewers();
        }
    }

    @Override
    public Map<Guarded, Closed> closed(Collection<Asked> asked, Instant now) {
        var all = List.copyOf(asked);
        var rows = new HashMap<Integer, Row>();
        rows(all).forEach(row -> rows.put(row.place(), row));
        var closed = new HashMap<Guarded, Closed>();
        for (var i = 0; i < all.size(); i++) {
            var row = rows.get(i + 1);
            var why = row == null
                    ? Closed.reviewers()
                    : row.closed(all.get(i).reader().account() != null);
            if (why != null) {
                closed.put(all.get(i).post(), why);
            }
        }
        return closed;
    }

    private List<Row> rows(List<Asked> asked) {
        return db.sql("""
                select a.place, t.peers,
                       a.expert = 1 and (w.author_id = a.reader
                                     or exists (select 1
                                                  from homework.reviewer r
                                                 where r.circle_id = t.circle_id and r.task_id = t.task_id
                                                   and r.account_id = a.reader)),
                       exists (select 1
                                 from homework.submission o
                                 join content.post x on x.circle_id = o.circle_id and x.post_id = o.post_id and x.state <> 'deleted'
                                where o.circle_id = t.circle_id and o.task_id = t.task_id and o.account_id = a.reader),
                       t.number, w.title, w.excerpt
                  from unnest(:circles, :posts, :readers, :experts) with ordinality
                       as a (circle_id, post_id, reader, expert, place)
                  join homework.submission s on s.circle_id = a.circle_id and s.post_id = a.post_id
                  join homework.task t on t.circle_id = s.circle_id and t.task_id = s.task_id
                  join content.post w on w.circle_id = t.circle_id and w.post_id = t.task_id
                """)
                .withIds(
                        "circles",
                        asked.stream().map(one -> one.post().circle()).toList())
                .withIds("posts", asked.stream().map(one -> one.post().post()).toList())
                .withIds(
                        "readers",
                        asked.stream()
                                .map(one ->
                                        Objects.requireNonNullElse(one.reader().account(), NOBODY))
                                .toList())
                .withInts(
                        "experts",
                        asked.stream()
                                .map(one -> one.reader().role() == Role.GUEST_EXPERT ? 1 : 0)
                                .toList())
                .all((row, n) -> new Row(
                        row.getInt(1),
                        Db.constant(Peers.class, row.getString(2)),
                        row.getBoolean(3),
                        row.getBoolean(4),
                        row.getLong(5),
                        Posts.named(row.getString(6), row.getString(7), row.getLong(5))));
    }
}
