package app.teahouse.membertags;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a circle's member tags, and who has them. They are staff's knowledge: nobody else asks but for their own. */
@Component
public class MemberTags {
    /** Longer lists are no help to anybody. */
    static final int MOST_IN_A_CIRCLE = 300;

    /** More say nothing about a member. */
    static final int MOST_ON_A_MEMBER = 50;

    static final int SIZE = 50;

    private final Db db;
    private final Members members;

    MemberTags(Db db, Members members) {
        this.db = db;
        this.members = members;
    }

    /** All of a circle, group by group, each by name. */
    public List<MemberTag> all(CircleId circle) {
        return db.sql("""
                select tag_id, grouping, heading, name, colour, description, member_count
                  from membertags.tag
                 where circle_id = :circle and state = 'live'
                 order by array_position(array['expertise', 'interest', 'stage', 'custom'], grouping), heading, sort_key, tag_id
                 limit 300
                """).with("circle", circle).all((row, n) -> tag(row));
    }

    private static MemberTag tag(ResultSet row) throws SQLException {
        return new MemberTag(
                new MemberTagId(Db.uuid(row, 1)),
                Db.constant(Grouping.class, row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getLong(7));
    }

    /** @throws Refusal {@code member-tag.unknown} */
    MemberTag one(CircleId circle, MemberTagId id) {
        return all(circle).stream()
                .filter(tag -> tag.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("member-tag.unknown"));
    }

    /** A row of {@code worn} as it is read: cards are fetched for a page at once. */
    private record Row(
            MemberTag tag,
            Worn.State state,
            AccountId account,
            @Nullable AccountId by,
            Instant at,
            String how) {}

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                tag(row),
                Db.constant(Worn.State.class, row.getString(8)),
                new AccountId(Db.uuid(row, 9)),
                Db.maybeUuid(row, 10) == null ? null : new AccountId(Db.uuid(row, 10)),
                Db.instant(row, 11),
                row.getString(12));
    }

    /** What a member has, wishes for and was declined, group by group. */
    List<Worn> of(CircleId circle, AccountId account) {
        return named(
                circle,
                db.sql("""
                select t.tag_id, t.grouping, t.heading, t.name, t.colour, t.description, t.member_count,
                       w.state, w.account_id, w.set_by, w.set_at, w.how
                  from membertags.worn w
                  join membertags.tag t on t.circle_id = w.circle_id and t.tag_id = w.tag_id
                 where w.circle_id = :circle and w.account_id = :account and t.state = 'live'
                 order by array_position(array['expertise', 'interest', 'stage', 'custom'], t.grouping), t.heading, t.sort_key, t.tag_id
                """).with("circle", circle).with("account", account).all((row, n) -> row(row)));
    }

    /** Who has a tag, in the order in which they came to the site. */
    Cursor<Worn> wearing(CircleId circle, MemberTagId tag, @Nullable AccountId after) {
        var rows = db.sql("""
                select t.tag_id, t.grouping, t.heading, t.name, t.colour, t.description, t.member_count,
                       w.state, w.account_id, w.set_by, w.set_at, w.how
                  from membertags.worn w
                  join membertags.tag t on t.circle_id = w.circle_id and t.tag_id = w.tag_id
                 where w.circle_id = :circle and w.tag_id = :tag and w.state = 'worn'
                """)
                .and(after != null, "and w.account_id > :after")
                .and(true, "order by w.account_id limit :most")
                .with("circle", circle)
                .with("tag", tag)
                .with("after", after)
                .with("most", SIZE + 1)
                .all((row, n) -> row(row));
        var page = Cursor.of(rows, SIZE, row -> Ids.text(row.account()));
        return new Cursor<>(named(circle, page.items()), page.next());
    }

    /** What members suggested of themselves and nobody has decided, the oldest first. */
    List<Worn> wishes(CircleId circle) {
        return wishes(circle, SIZE);
    }

    List<Worn> wishes(CircleId circle, int most) {
        return named(
                circle, db.sql("""
                select t.tag_id, t.grouping, t.heading, t.name, t.colour, t.description, t.member_count,
                       w.state, w.account_id, w.set_by, w.set_at, w.how
                  from membertags.worn w
                  join membertags.tag t on t.circle_id = w.circle_id and t.tag_id = w.tag_id
                 where w.circle_id = :circle and w.state = 'wished' and t.state = 'live'
                 order by w.set_at, w.account_id, w.tag_id
                 limit :most
                """).with("circle", circle).with("most", most).all((row, n) -> row(row)));
    }

    private List<Worn> named(CircleId circle, List<Row> rows) {
        var people = new HashSet<AccountId>();
        rows.forEach(row -> {
            people.add(row.account());
            if (row.by() != null) {
                people.add(row.by());
            }
        });
        Map<AccountId, MemberCard> cards = people.isEmpty() ? Map.of() : members.cards(circle, people);
        return rows.stream()
                .map(row -> new Worn(
                        row.tag(),
                        row.state(),
                        cards.get(row.account()),
                        row.by() == null ? null : cards.get(Objects.requireNonNull(row.by())),
                        row.how(),
                        row.at()))
                .toList();
    }

    /** What a member is known for, by name, where they may see it; otherwise nothing. */
    public List<String> ownExpertise(Member member) {
        return db.sql("""
                select t.name
                  from membertags.worn w
                  join membertags.tag t on t.circle_id = w.circle_id and t.tag_id = w.tag_id
                  join membertags.choice c on c.circle_id = w.circle_id and c.own
                 where w.circle_id = :circle and w.account_id = :account and w.state = 'worn' and t.state = 'live'
                   and t.grouping = 'expertise'
                 order by t.sort_key, t.tag_id
                 limit 50
                """)
                .with("circle", member.circle())
                .with("account", member.account())
                .all((row, n) -> row.getString(1));
    }

    /** Whether members see their own expertise here, and suggest it. */
    boolean isOwnToSee(CircleId circle) {
        return db.sql("select 1 from membertags.choice where circle_id = :circle and own")
                .with("circle", circle)
                .exists();
    }
}
