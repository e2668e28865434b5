package app.teahouse.roster;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote something, as pages show it.
 *
 * @param name an alias in this circle or a by-line; null where nobody is known any more
 * @param number the member's number in the circle, or null for a by-line
 * @param role the role they have now, or null
 */
public record Author(
        @Nullable AccountId account,
        @Nullable String name,
        @Nullable String picture,
        @Nullable Long number,
        @Nullable Role role) {

    /** Reads account, by-line, alias, picture, number, role and state of membership from seven columns. */
    public static Author read(ResultSet row, int column) throws SQLException {
        var account = Db.maybeUuid(row, column);
        var alias = row.getString(column + 2);
        if (account == null || alias == null) {
            return new Author(
                    account == null ? null : new AccountId(account), row.getString(column + 1), null, null, null);
        }
        var active = "active".equals(row.getString(column + 6));
        return new Author(
                new AccountId(account),
                alias,
                row.getString(column + 3),
                row.getLong(column + 4),
                active ? Db.constant(Role.class, row.getString(column + 5)) : null);
    }

    public @Nullable String url(String slug) {
        return number == null ? null : "/c/" + slug + "/m/" + number;
    }
}
