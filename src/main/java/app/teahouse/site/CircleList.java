package app.teahouse.site;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Operator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The circles of the site as their operator sees them: names, owners, counts and states, never what was written. */
@Component
public class CircleList {
    private final Db db;

    CircleList(Db db) {
        this.db = db;
    }

    /**
     * A circle from outside; {@code state}, {@code visibility}, {@code joinMode} and {@code listing} are the words that the
     * database knows, such as {@code active}, {@code hidden}, {@code invitation} and {@code waiting}.
     */
    public record CircleView(
            UUID id,
            String slug,
            String name,
            UUID ownerId,
            String owner,
            String state,
            String visibility,
            String joinMode,
            String listing,
            long members,
            long posts,
            Instant activeAt,
            Instant createdAt) {

        CircleView ownedBy(String name) {
            return new CircleView(
                    id,
                    slug,
                    this.name,
                    ownerId,
                    name,
                    state,
                    visibility,
                    joinMode,
                    listing,
                    members,
                    posts,
                    activeAt,
                    createdAt);
        }
    }

    Cursor<CircleView> page(Operator operator, @Nullable String query, boolean waiting, @Nullable UUID before) {
        var rows = db.sql("""
                select c.circle_id, c.slug, c.name, c.owner_id, c.state, c.visibility, c.join_mode, c.listing,
                       p.member_count, p.post_count, p.active_at, c.created_at
                  from circles.circle c
                  join circles.pulse p on p.circle_id = c.circle_id
                 where true
                """)
                .and(waiting, "and c.listing = 'waiting'")
                .and(before != null, "and c.circle_id < :before")
                .and(true, "order by c.circle_id desc limit :most")
                .with("before", before)
                .with("most", Sifting.rows(query))
                .all((row, n) -> view(row));
        var found = Sifting.page(
                rows,
                query,
                circle -> fits(circle, query),
                circle -> circle.id().toString());
        var owners = names(found.items().stream()
                .map(circle -> new AccountId(circle.ownerId()))
                .toList());
        return new Cursor<>(
                found.items().stream()
                        .map(circle -> circle.ownedBy(owners.getOrDefault(circle.ownerId(), "")))
                        .toList(),
                found.next());
    }

    private static boolean fits(CircleView circle, @Nullable String query) {
        return query == null || circle.slug().equals(query) || Sifting.holds(circle.name(), query);
    }

    private Map<UUID, String> names(Collection<AccountId> accounts) {
        return db
                .sql("select account_id, name from accounts.account where account_id = any(:accounts)")
                .withIds("accounts", accounts)
                .all((row, n) -> Map.entry(Db.uuid(row, 1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static CircleView view(ResultSet row) throws SQLException {
        return new CircleView(
                Db.uuid(row, 1),
                row.getString(2),
                row.getString(3),
                Db.uuid(row, 4),
                "",
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getLong(9),
                row.getLong(10),
                Db.instant(row, 11),
                Db.instant(row, 12));
    }
}
