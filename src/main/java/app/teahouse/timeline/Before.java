package app.teahouse.timeline;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which lines a room is asked for: those of one member in one circle that come behind a place. A statement is {@link #LINES}, a query
 * for rows with the columns named there, {@link #REST}; whoever has no money adds {@link #NO_MONEY} as the last of them.
 *
 * @param group null for all
 * @param at with {@code kind} and {@code id} the place; what is asked for lies before it in time
 */
public record Before(
        CircleId circle,
        AccountId account,
        Member reader,
        Lines.@Nullable Group group,
        Instant at,
        String kind,
        UUID id,
        int most) {
    public static final String LINES =
            "select l.at, l.kind, l.id, l.text, l.quote, l.path, l.by_id, l.amount, l.currency from (";

    public static final String NO_MONEY = ", cast(null as bigint) as amount, cast(null as text) as currency ";

    public static final String REST = """
            ) l
             where (l.at, l.kind collate "C", l.id) < (:at, :kind, :id)
             order by l.at desc, l.kind collate "C" desc, l.id desc
             limit :most
            """;

    /** Behind all kinds and ids, and later than anything. */
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private static final String LAST = "~";
    private static final UUID MOST = new UUID(-1, -1);

    static Before end(Member reader, AccountId account, Lines.@Nullable Group group, int most) {
        return new Before(reader.circle(), account, reader, group, END, LAST, MOST, most);
    }

    /** @throws Refusal {@code request.malformed} */
    Before from(String key) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(key), StandardCharsets.UTF_8).split(" ");
            if (parts.length != 3) {
                throw Refusal.invalid("before", "request.malformed");
            }
            return new Before(
                    circle, account, reader, group, Instant.parse(parts[0]), parts[1], UUID.fromString(parts[2]), most);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Refusal.invalid("before", "request.malformed");
        }
    }

    static String key(Line line) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((line.at() + " " + line.kind() + " " + line.id()).getBytes(StandardCharsets.UTF_8));
    }

    public boolean asks(Lines.Group other) {
        return group == null || group == other;
    }

    public List<Line> ask(Db.Statement statement) {
        return statement
                .with("circle", circle)
                .with("account", account)
                .with("at", at)
                .with("kind", kind)
                .with("id", id)
                .with("most", most)
                .all(Line::read);
    }
}
