package app.teahouse.index;

import app.teahouse.analysis.PlainWords;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Findable.Kind;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads what can be seen in a circle, as drafts of documents; what is not live is left out. */
@Component
class Sources {
    private final Db db;

    Sources(Db db) {
        this.db = db;
    }

    List<Draft> read(CircleId circle, Kind kind, Collection<DocumentId> ids) {
        return switch (kind) {
            case POST -> posts(circle, ids);
            case COMMENT -> comments(circle, ids);
            case MEMBER -> members(circle, ids);
            case COLUMN -> columns(circle, ids);
        };
    }

    /** The next ones in the order of their ids, whether they are live or not. */
    List<DocumentId> next(CircleId circle, Kind kind, UUID after, int most) {
        var statement = switch (kind) {
            case POST -> db.sql("""
                    select post_id from content.post where circle_id = :circle and post_id > :after order by post_id limit :most
                    """);
            case COMMENT -> db.sql("""
                    select comment_id
                      from comments.comment
                     where circle_id = :circle and comment_id > :after
                     order by comment_id
                     limit :most
                    """);
            case MEMBER -> db.sql("""
                    select account_id
                      from members.membership
                     where circle_id = :circle and account_id > :after
                     order by account_id
                     limit :most
                    """);
            case COLUMN -> db.sql("""
                    select column_id
                      from columns.series
                     where circle_id = :circle and column_id > :after
                     order by column_id
                     limit :most
                    """);
        };
        return statement
                .with("circle", circle)
                .with("after", after)
                .with("most", most)
                .all((row, n) -> new DocumentId(Db.uuid(row, 1)));
    }

    private List<Draft> posts(CircleId circle, Collection<DocumentId> ids) {
        return db.sql("""
                select p.post_id, p.number, p.author_id, coalesce(p.byline, ''), p.title, p.html, p.highlighted_at is not null,
                       array(select t.tag_id from tags.post_tag t where t.circle_id = p.circle_id and t.post_id = p.post_id)
                  from content.post p
                 where p.circle_id = :circle and p.post_id = any(:ids) and p.state = 'live'
                """).with("circle", circle).withIds("ids", ids).all((row, n) -> {
            var draft = new Draft(Db.uuid(row, 1), "post", row.getLong(2))
                    .title(row.getString(5))
                    .text(row.getString(4), 'B')
                    .text(PlainWords.of(row.getString(6)), 'C');
            var author = Db.maybeUuid(row, 3);
            if (author != null) {
                draft.fact(Lexemes.author(author));
            }
            if (row.getBoolean(7)) {
                draft.fact(Lexemes.highlighted());
            }
            Db.uuids(row, 8).forEach(tag -> draft.fact(Lexemes.tag(tag)));
            return draft;
        });
    }

    private List<Draft> comments(CircleId circle, Collection<DocumentId> ids) {
        return db.sql("""
                select c.comment_id, p.number, c.author_id, c.html, coalesce(c.byline, '')
                  from comments.comment c
                  join content.post p on p.circle_id = c.circle_id and p.post_id = c.post_id and p.state = 'live'
                 where c.circle_id = :circle and c.comment_id = any(:ids) and c.state = 'live'
                """)
                .with("circle", circle)
                .withIds("ids", ids)
                .all((row, n) -> new Draft(Db.uuid(row, 1), "comment", row.getLong(2))
                        .fact(Lexemes.author(Db.uuid(row, 3)))
                        .text(row.getString(5), 'C')
                        .text(PlainWords.of(row.getString(4)), 'D'));
    }

    private List<Draft> members(CircleId circle, Collection<DocumentId> ids) {
        return db.sql("""
                select account_id, alias, introduction
                  from members.membership
                 where circle_id = :circle and account_id = any(:ids) and state = 'active'
                """)
                .with("circle", circle)
                .withIds("ids", ids)
                .all((row, n) -> new Draft(Db.uuid(row, 1), "member", 0)
                        .name(row.getString(2))
                        .text(row.getString(3), 'C'));
    }

    private List<Draft> columns(CircleId circle, Collection<DocumentId> ids) {
        return db.sql("""
                select column_id, name, promise
                  from columns.series
                 where circle_id = :circle and column_id = any(:ids) and published_at is not null
                """)
                .with("circle", circle)
                .withIds("ids", ids)
                .all((row, n) -> new Draft(Db.uuid(row, 1), "column", 0)
                        .title(row.getString(2))
                        .text(row.getString(3), 'C'));
    }
}
