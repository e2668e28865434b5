package app.teahouse.idempotency;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what repeated requests are answered with, for a day. */
@Component
class Idempotency implements Job {
    private final Db db;
    private final Clock clock;

    Idempotency(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    record Answer(int status, @Nullable String location, String body) {}

    /** Answers whether this is the first request with the key. A second one at the same time waits here for the first. */
    boolean begin(AccountId account, String key, byte[] hash) {
        return db.sql("""
                insert into idempotency.answer (account_id, key, request_hash, made_at)
                values (:account, :key, :hash, :now)
                on conflict do nothing
                """)
                        .with("account", account)
                        .with("key", key)
                        .with("hash", hash)
                        .with("now", clock.instant())
                        .run()
                == 1;
    }

    void finish(AccountId account, String key, Answer answer) {
        db.sql("""
                update idempotency.answer
                   set status = :status, location = :location, body = :body
                 where account_id = :account and key = :key
                """)
                .with("account", account)
                .with("key", key)
                .with("status", answer.status())
                .with("location", answer.location())
                .with("body", answer.body())
                .run();
    }

    /** @throws Refusal {@code request.key-reused} if the key came with another request before */
    Answer find(AccountId account, String key, byte[] hash) {
        record Row(String hash, Answer answer) {}
        var row = db.sql("""
                select request_hash, status, location, body
                  from idempotency.answer
                 where account_id = :account and key = :key
                """)
                .with("account", account)
                .with("key", key)
                .one((r, n) -> new Row(
                        HexFormat.of().formatHex(r.getBytes(1)),
                        new Answer(r.getInt(2), r.getString(3), Objects.requireNonNullElse(r.getString(4), ""))));
        if (!row.hash().equals(HexFormat.of().formatHex(hash))) {
            throw Refusal.conflict("request.key-reused");
        }
        return row.answer();
    }

    @Override
    public String name() {
        return "web.forget-idempotency-keys";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public boolean step(Instant now) {
        return db.sql("""
                delete from idempotency.answer
                 where (account_id, key) in (select account_id, key
                                               from idempotency.answer
                                              where made_at < :before
                                              limit 500)
                """).with("before", now.minus(Duration.ofDays(1))).run() == 500;
    }
}
