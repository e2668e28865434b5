package app.teahouse.blocks;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The rows of blocks. They hold in one circle: to block somebody must not tell by which other name they are in another. */
@Component
public class Blocks {
    private final Db db;

    Blocks(Db db) {
        this.db = db;
    }

    /** @return whether it was not so before */
    public boolean add(CircleId circle, AccountId account, AccountId other, Instant now) {
        return db.sql("""
                insert into blocks.block (circle_id, account_id, other_id, made_at)
                values (:circle, :account, :other, :now)
                on conflict (circle_id, account_id, other_id) do nothing
                """)
                        .with("circle", circle)
                        .with("account", account)
                        .with("other", other)
                        .with("now", now)
                        .run()
                == 1;
    }

    public void remove(CircleId circle, AccountId account, AccountId other) {
        db.sql("delete from blocks.block where circle_id = :circle and account_id = :account and other_id = :other")
                .with("circle", circle)
                .with("account", account)
                .with("other", other)
                .run();
    }

    public boolean has(CircleId circle, AccountId account, AccountId other) {
        return db.sql(
                        "select 1 from blocks.block where circle_id = :circle and account_id = :account and other_id = :other")
                .with("circle", circle)
                .with("account", account)
                .with("other", other)
                .exists();
    }

    public long count(CircleId circle, AccountId account) {
        return db.sql("select count(*) from blocks.block where circle_id = :circle and account_id = :account")
                .with("circle", circle)
                .with("account", account)
                .one(Long.class);
    }

    /** Those of these readers who blocked somebody: nothing of theirs is told to them. */
    public Set<AccountId> deaf(CircleId circle, AccountId actor, Collection<AccountId> readers) {
        return new HashSet<>(db.sql("""
                select account_id
                  from blocks.block
                 where circle_id = :circle and account_id = any(:readers) and other_id = :actor
                """)
                .with("circle", circle)
                .with("actor", actor)
                .withIds("readers", readers)
                .all((row, n) -> new AccountId(Db.uuid(row, 1))));
    }

    /** Whom somebody blocked where. */
    public record Block(CircleId circle, AccountId other, Instant at) {}

    /** In some circles of theirs, by circle; bounded, as one blocks at most two hundred in a circle. */
    public List<Block> of(AccountId account, Collection<CircleId> circles) {
        return db.sql("""
                select circle_id, other_id, made_at
                  from blocks.block
                 where circle_id = any(:circles) and account_id = :account
                 order by circle_id, made_at desc, other_id
                 limit 2000
                """)
                .with("account", account)
                .withIds("circles", circles)
                .all((row, n) ->
                        new Block(new CircleId(Db.uuid(row, 1)), new AccountId(Db.uuid(row, 2)), Db.instant(row, 3)));
    }
}
