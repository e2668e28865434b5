package app.teahouse.content;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The names above imported posts, and whose they are. */
@Component
public class Bylines {
    private static final int MOST = 500;

    private final Db db;

    Bylines(Db db) {
        this.db = db;
    }

    /**
     * A name above imported posts.
     *
     * @param account the member whose posts they are now, or null
     */
    public record Byline(String name, long posts, @Nullable AccountId account) {}

    public List<Byline> all(CircleId circle) {
        return db.sql("""
                select b.byline, b.account_id,
                       (select count(*) from content.post p where p.circle_id = b.circle_id and p.byline = b.byline)
                  from content.byline b
                 where b.circle_id = :circle
                 order by b.byline
                 limit :most
                """).with("circle", circle).with("most", MOST).all((row, n) -> {
            var account = Db.maybeUuid(row, 2);
            return new Byline(row.getString(1), row.getLong(3), account == null ? null : new AccountId(account));
        });
    }

    /** Somebody leaves for good: what comes in under their by-line later is nobody's. */
    void leave(CircleId circle, AccountId account) {
        db.sql("""
                update content.byline
                   set account_id = null, assigned_by = null, assigned_at = null
                 where circle_id = :circle and account_id = :account
                """).with("circle", circle).with("account", account).run();
    }

    /** Whose a post under this by-line is. Its row is locked, so that nobody assigns it before the post is there. */
    @Nullable
    AccountId owner(CircleId circle, String name) {
        return db.sql("""
                insert into content.byline (circle_id, byline)
                values (:circle, :name)
                on conflict (circle_id, byline) do update set byline = excluded.byline
                returning account_id
                """)
                .with("circle", circle)
                .with("name", name)
                .all((row, n) -> Optional.ofNullable(Db.maybeUuid(row, 1)))
                .getFirst()
                .map(AccountId::new)
                .orElse(null);
    }
}
