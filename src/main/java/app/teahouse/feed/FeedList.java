package app.teahouse.feed;

import app.teahouse.content.PostId;
import app.teahouse.guard.Guard;
import app.teahouse.guard.Guarded;
import app.teahouse.guard.Reader;
import app.teahouse.guard.Ruling;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Id;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.reactions.Kind;
import app.teahouse.roster.Author;
import app.teahouse.tags.TagShelf;
import app.teahouse.tags.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Reads pages of a circle's feed. Each form reads one index in its order (FeedPlanTest), so a page costs the same in a circle of a
 * thousand posts and of ten million.
 */
@Component
class FeedList {
    private static final AccountId NOBODY = new AccountId(new UUID(0, 0));

    /**
     * What is looked up for each post is a subselect and not a join: so it is always read by its key, whatever the statistics say,
     * and only where there can be something.
     */
    private static final String CARD = """
            select p.post_id, p.number, p.title, p.excerpt, p.pictures, p.picture_count, p.published_at, p.active_at, p.edits,
                   p.minutes, p.comment_count, p.reaction_count, p.highlighted_at is not null, p.preview, p.wakes,
                   p.pinned_order is not null and coalesce(p.pinned_until > :now, true),
                   case when p.reaction_count > 0
                        then (select r.kind
                                from reactions.reaction r
                               where r.circle_id = p.circle_id and r.target_id = p.post_id and r.account_id = :reader) end,
                   case when p.number > :seen
                        then (select true
                                from reading.opened o
                               where o.circle_id = p.circle_id and o.account_id = :reader and o.number = p.number) end,
                   array(select t.tag_id
                           from tags.post_tag t
                          where t.circle_id = p.circle_id and t.post_id = p.post_id),
                   p.author_id, p.byline, m.alias, m.picture, m.number, m.role, m.state,
            """ + Guarded.FACTS;

    private static final String AROUND = """
              left join members.membership m on m.circle_id = p.circle_id and m.account_id = p.author_id
            """;

    private final Db db;
    private final Tags tags;
    private final TagShelf tagShelf;
    private final Guard guard;
    private final Clock clock;

    FeedList(Db db, Tags tags, TagShelf tagShelf, Guard guard, Clock clock) {
        this.db = db;
        this.tags = tags;
        this.tagShelf = tagShelf;
        this.guard = guard;
        this.clock = clock;
    }

    Cursor<Card> read(Onlooker reader, Wish wish, int size) {
        var statement = switch (wish.filter()) {
            case NONE -> plain(wish);
            case HIGHLIGHTS -> highlights(wish);
            case TAG -> tagged(reader, wish);
            case AUTHOR -> byAuthor(wish);
            case UNREAD -> unread();
        };
        if (wish.byActivity()) {
            var before = wish.beforeActive();
            statement.with("beforeAt", before.at()).with("beforeId", before.id());
        } else {
            statement.with("before", wish.beforeNumber());
        }
        // Taking "limit ?" for a tenth of the table, PostgreSQL would plan the feed of a large circle anew for each
        // reader.
        statement.and(size == FeedPages.SIZE, "limit 21").and(size != FeedPages.SIZE, "limit :most");
        var cards = all(statement.with("most", size + 1), reader);
        return Cursor.of(cards, size, wish::after);
    }

    private Db.Statement plain(Wish wish) {
        return wish.byActivity() ? db.sql(CARD + """
                  from content.post p
                """ + AROUND + """
                 where p.circle_id = :circle and p.state = 'live' and (p.active_at, p.post_id) < (:beforeAt, :beforeId)
                 order by p.active_at desc, p.post_id desc
                """) : db.sql(CARD + """
                  from content.post p
                """ + AROUND + """
                 where p.circle_id = :circle and p.state = 'live' and p.number < :before
                 order by p.number desc
                """);
    }

    private Db.Statement highlights(Wish wish) {
        return wish.byActivity() ? db.sql(CARD + """
                  from content.post p
                """ + AROUND + """
                 where p.circle_id = :circle and p.state = 'live' and p.highlighted_at is not null
                   and (p.active_at, p.post_id) < (:beforeAt, :beforeId)
                 order by p.active_at desc, p.post_id desc
                """) : db.sql(CARD + """
                  from content.post p
                """ + AROUND + """
                 where p.circle_id = :circle and p.state = 'live' and p.highlighted_at is not null and p.number < :before
                 order by p.number desc
                """);
    }

    private Db.Statement tagged(Onlooker reader, Wish wish) {
        var tag = tags.named(reader.circle(), wish.value())
                .map(found -> (Id) found.id())
                .orElse(NOBODY);
        return db.sql(CARD + """
                  from tags.post_tag f
                  join content.post p on p.circle_id = f.circle_id and p.post_id = f.post_id and p.state = 'live'
                """ + AROUND + """
                 where f.circle_id = :circle and f.tag_id = :tag and f.number is not null and f.number < :before
                 order by f.number desc
                """).with("tag", tag);
    }

    private Db.Statement byAuthor(Wish wish) {
        return db.sql(CARD + """
                  from content.post p
                """ + AROUND + """
                 where p.circle_id = :circle and p.state = 'live' and p.number < :before
                   and p.author_id = (select a.account_id
                                        from members.membership a
                                       where a.circle_id = :circle and a.number = :author)
                 order by p.number desc
                """).with("author", Long.parseLong(wish.value()));
    }

    private Db.Statement unread() {
        return db.sql(CARD + """
                  from content.post p
                """ + AROUND + """
                 where p.circle_id = :circle and p.state = 'live' and p.wakes and p.number > :seen and p.number < :before
                   and p.author_id is distinct from :reader
                   and not exists (select 1
                                     from reading.opened o
                                    where o.circle_id = p.circle_id and o.account_id = :reader and o.number = p.number)
                 order by p.number desc
                """);
    }

    /** The pinned posts in their order; they stand above the first page. */
    List<Card> pinned(Onlooker reader) {
        return all(db.sql(CARD + """
                  from content.post p
                """ + AROUND + """
                 where p.circle_id = :circle and p.state = 'live' and p.pinned_order is not null
                   and (p.pinned_until is null or p.pinned_until > :now)
                 order by p.pinned_order
                 limit 5
                """), reader);
    }

    private List<Card> all(Db.Statement statement, Onlooker reader) {
        var account = reader.member().map(Member::account).orElse(NOBODY);
        var seen = seen(reader);
        var circle = "/c/" + reader.face().slug();
        var shelf = tagShelf.of(reader.circle());
        var found = statement
                .with("circle", reader.circle())
                .with("reader", account)
                .with("seen", seen)
                .with("now", clock.instant())
                .all((row, n) -> new Found(card(row, circle, account, seen, shelf), Guarded.read(row, 27)));
        var rulings =
                guard.of(Reader.of(reader), found.stream().map(Found::guarded).toList());
        return found.stream()
                .map(one -> one.card().as(rulings.of(one.guarded())))
                .toList();
    }

    private record Found(Card card, Guarded guarded) {}

    /** Outsiders have nothing unread. */
    private static long seen(Onlooker reader) {
        return reader.member().map(member -> member.standing().seenNumber()).orElse(Long.MAX_VALUE);
    }

    private static Card card(ResultSet row, String circle, AccountId reader, long seen, TagShelf.Row tags)
            throws SQLException {
        var author = Author.read(row, 20);
        var number = row.getLong(2);
        var kind = row.getString(17);
        var unread = row.getBoolean(15) && number > seen && !row.getBoolean(18) && !reader.equals(author.account());
        return new Card(
                new PostId(Db.uuid(row, 1)),
                number,
                circle + "/p/" + number,
                row.getString(3),
                row.getString(4),
                Db.texts(row, 5),
                row.getInt(6),
                author,
                Db.instant(row, 7),
                Db.instant(row, 8),
                row.getInt(9) > 0,
                row.getInt(10),
                row.getLong(11),
                row.getLong(12),
                kind == null ? null : Db.constant(Kind.class, kind),
                unread,
                row.getBoolean(16),
                row.getBoolean(13),
                row.getBoolean(14),
                tags.names(Db.uuids(row, 19)),
                Ruling.FREE);
    }
}
