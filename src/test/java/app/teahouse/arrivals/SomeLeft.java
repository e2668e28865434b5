package app.teahouse.arrivals;

import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.CreateCircle.Type;
import app.teahouse.content.SomePosts;
import app.teahouse.exports.SomeExports;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.members.SomeCircles;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Circles that were exported, for tests, and what is left of them. */
@Component
public class SomeLeft {
    public static final String PASSPHRASE = "a long passphrase";

    private final SomeCircles circles;
    private final SomePeople people;
    private final SomePosts posts;
    private final SomeExports exports;
    private final JdbcTemplate jdbc;

    SomeLeft(SomeCircles circles, SomePeople people, SomePosts posts, SomeExports exports, JdbcTemplate jdbc) {
        this.circles = circles;
        this.people = people;
        this.posts = posts;
        this.exports = exports;
        this.jdbc = jdbc;
    }

    /** A circle with an owner, a member and two posts, exported. */
    record Left(Owner owner, Person member, Path file) {}

    /** @param passphrase makes marks and takes its time; nothing makes none */
    Left left(@Nullable String passphrase) {
        var owner = circles.owner(people.someone("Owner"), Type.FREE);
        var member = people.someone("Lu Yu");
        posts.somePost(circles.join(owner, member), "By the member", "Hello @1");
        posts.somePost(owner.member(), "By the owner", "Hello @2");
        return new Left(owner, member, exports.export(owner, passphrase));
    }

    static String slug() {
        return "back-" + UUID.randomUUID().toString().substring(0, 8);
    }

    long count(String table, CircleId circle) {
        var count = jdbc.queryForObject(
                "select count(*) from " + table + " where circle_id = ?", Long.class, circle.value());
        return count == null ? 0 : count;
    }

    /** Tables that still know the circle, but for the note that it was to come. */
    List<String> leftovers(CircleId circle) {
        return jdbc
                .query(
                        "select table_schema || '.' || table_name from information_schema.columns where column_name = 'circle_id'",
                        (row, n) -> String.valueOf(row.getString(1)))
                .stream()
                .filter(table -> !table.equals("arrivals.arrival") && count(table, circle) > 0)
                .toList();
    }
}
