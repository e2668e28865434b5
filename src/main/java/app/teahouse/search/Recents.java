package app.teahouse.search;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Folding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What somebody looked for last, for themselves alone. Pages only note it in memory; it is written a moment later, and lost if the
 * program dies in between, which costs nobody anything.
 */
@Component
class Recents implements Job {
    static final int MOST = 12;
    private static final int LONGEST = 80;
    private static final int MOST_WAITING = 5_000;

    private final Db db;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Map<AccountId, Map<String, Noted>> waiting = new ConcurrentHashMap<>();

    private record Noted(String words, Instant at) {}

    Recents(Db db, Clock clock, TransactionTemplate transaction) {
        this.db = db;
        this.clock = clock;
        this.transaction = transaction;
    }

    void note(AccountId account, String words) {
        if (words.isBlank() || words.length() > LONGEST || waiting.size() >= MOST_WAITING) {
            return;
        }
        waiting.compute(account, (_, before) -> {
            var noted = before == null ? new LinkedHashMap<String, Noted>() : new LinkedHashMap<>(before);
            noted.put(Folding.folded(words), new Noted(words.strip(), clock.instant()));
            return noted;
        });
    }

    /** The last ones first. */
    List<String> of(AccountId account) {
        var all = new LinkedHashMap<String, String>();
        var noted = new ArrayList<>(waiting.getOrDefault(account, Map.of()).entrySet());
        noted.reversed().forEach(one -> all.put(one.getKey(), one.getValue().words()));
        db.sql("""
                select folded, words
                  from search.recent
                 where account_id = :account
                 order by searched_at desc, folded
                 limit :most
                """)
                .with("account", account)
                .with("most", MOST)
                .all((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(one -> all.putIfAbsent(one.getKey(), one.getValue()));
        return all.values().stream().limit(MOST).toList();
    }

    @Transactional
    void clear(AccountId account) {
        waiting.remove(account);
        db.sql("delete from search.recent where account_id = :account")
                .with("account", account)
                .run();
    }

    @Override
    public String name() {
        return "search.recent";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    @Override
    public boolean onEveryNode() {
        return true;
    }

    @Override
    public boolean step(Instant now) {
        for (var account : List.copyOf(waiting.keySet())) {
            var noted = waiting.remove(account);
            if (noted != null) {
                transaction.executeWithoutResult(_ -> write(account, noted));
            }
        }
        return false;
    }

    private void write(AccountId account, Map<String, Noted> noted) {
        noted.forEach((folded, one) -> db.sql("""
                insert into search.recent as r (account_id, folded, words, searched_at)
                select account_id, :folded, :words, :at
                  from accounts.account
                 where account_id = :account and state <> 'deleted'
                on conflict (account_id, folded) do update
                   set words = excluded.words, searched_at = greatest(r.searched_at, excluded.searched_at)
                """)
                .with("account", account)
                .with("folded", folded)
                .with("words", one.words())
                .with("at", one.at())
                .run());
        db.sql("""
                delete from search.recent
                 where account_id = :account
                   and folded not in (select folded
                                        from search.recent
                                       where account_id = :account
                                       order by searched_at desc, folded
                                       limit :most)
                """).with("account", account).with("most", MOST).run();
    }
}
