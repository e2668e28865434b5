package app.teahouse.roster;

import app.teahouse.kernel.Db;
import org.jspecify.annotations.Nullable;

/** Who wrote something, as programs read it; {@code number} is the member's, null for by-lines and for who is gone. */
public record AuthorJson(
        @Nullable String name,
        @Nullable Long number,
        @Nullable String role,
        @Nullable String picture) {

    public static AuthorJson of(Author author) {
        return new AuthorJson(
                author.name(),
                author.number(),
                author.role() == null ? null : Db.name(author.role()),
                author.picture());
    }
}
