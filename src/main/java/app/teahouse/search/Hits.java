package app.teahouse.search;

import app.teahouse.analysis.Marks;
import app.teahouse.analysis.Passage;
import app.teahouse.analysis.PlainWords;
import app.teahouse.guard.Ruling;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Id;
import app.teahouse.kernel.Ids;
import app.teahouse.roster.Author;
import app.teahouse.tags.TagShelf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the texts of one page of hits and cuts out the passages. What went out of sight since it was found is left out. */
@Component
class Hits {
    private static final int PASSAGE = 150;

    private final Db db;
    private final TagShelf tags;
    private final Openness openness;

    Hits(Db db, TagShelf tags, Openness openness) {
        this.db = db;
        this.openness = openness;
        this.tags = tags;
    }

    private record Known(UUID value) implements Id {}

    private record Row(
            UUID id,
            long number,
            UUID ending,
            String title,
            String html,
            Author author,
            @Nullable UUID post) {}

    List<Hit> read(Scope scope, List<Candidate> page, Query query) {
        if (page.isEmpty()) {
            return List.of();
        }
        var faces = new HashMap<CircleId, Face>();
        scope.circles().forEach(face -> faces.put(face.id(), face));
        var rows = rows(page);
        var marks = query.marks();
        var rulings = openness.of(
                scope,
                page.stream()
                        .filter(one -> one.kind().equals("post"))
                        .filter(one -> isKept(rows.get(one.id()), faces.get(one.circle())))
                        .map(one -> new Openness.Post(one.circle(), one.id()))
                        .toList());
        return page.stream()
                .flatMap(candidate -> {
                    var row = rows.get(candidate.id());
                    return row == null
                            ? Stream.empty()
                            : Stream.of(hit(
                                    candidate,
                                    row,
                                    Objects.requireNonNull(faces.get(candidate.circle())),
                                    marks,
                                    mayTake(candidate, rulings)));
                })
                .toList();
    }

    private static boolean isKept(@Nullable Row row, @Nullable Face circle) {
        return row != null
                && (row.post() != null || (circle != null && circle.reading().isProtected()));
    }

    private static boolean mayTake(Candidate one, Map<Openness.Post, Ruling> rulings) {
        var ruling = rulings.get(new Openness.Post(one.circle(), one.id()));
        return ruling == null || ruling.mayTake();
    }

    private Map<UUID, Row> rows(List<Candidate> page) {
        var rows = new HashMap<UUID, Row>();
        db.sql("""
                select f.about_id, coalesce(p.number, m.number, s.number), c.comment_id, coalesce(p.title, s.name, ''),
                       coalesce(case f.kind when 'comment' then c.html else p.html end, m.introduction, s.promise),
                       coalesce(c.author_id, p.author_id, m.account_id, s.made_by), case f.kind when 'post' then p.byline when 'comment' then c.byline end,
                       a.alias, a.picture, a.number, a.role, a.state,
                       case when f.kind = 'post' and (p.locks <> '{}' or p.protection is not null) then p.post_id end
                  from unnest(cast(:circles as uuid[]), cast(:ids as uuid[]), cast(:kinds as text[])) as f (circle_id, about_id, kind)
                  left join comments.comment c
                    on c.circle_id = f.circle_id and c.comment_id = case f.kind when 'comment' then f.about_id end and c.state = 'live'
                  left join content.post p
                    on p.circle_id = f.circle_id and p.state = 'live'
                   and p.post_id = case f.kind when 'post' then f.about_id when 'comment' then c.post_id end
                  left join members.membership m
                    on m.circle_id = f.circle_id and m.account_id = case f.kind when 'member' then f.about_id end and m.state = 'active'
                  left join columns.series s
                    on s.circle_id = f.circle_id and s.column_id = case f.kind when 'column' then f.about_id end
                   and s.published_at is not null
                  left join members.membership a
                    on a.circle_id = f.circle_id and a.account_id = coalesce(c.author_id, p.author_id, m.account_id, s.made_by)
                 where p.post_id is not null or m.account_id is not null or s.column_id is not null
                """)
                .withIds("circles", page.stream().map(Candidate::circle).toList())
                .withIds("ids", page.stream().map(one -> new Known(one.id())).toList())
                .withTexts("kinds", page.stream().map(Candidate::kind).toList())
                .all((row, n) -> row(row))
                .forEach(row -> rows.put(row.id(), row));
        return rows;
    }

    private static Row row(ResultSet row) throws SQLException {
        var comment = Db.maybeUuid(row, 3);
        return new Row(
                Db.uuid(row, 1),
                row.getLong(2),
                comment == null ? new UUID(0, 0) : comment,
                row.getString(4),
                row.getString(5),
                Author.read(row, 6),
                Db.maybeUuid(row, 13));
    }

    private Hit hit(Candidate found, Row row, Face circle, Marks marks, boolean mayTake) {
        var member = found.kind().equals("member");
        var column = found.kind().equals("column");
        var text = member || column ? row.html() : PlainWords.of(row.html());
        var url = Hit.url(circle, found.kind(), row.number());
        return new Hit(
                found.kind(),
                circle,
                row.number(),
                found.kind().equals("comment") ? url + "#c" + Ids.text(new Known(row.ending())) : url,
                row.title().isEmpty() ? null : Passage.whole(row.title(), marks),
                member || column ? Passage.whole(text, marks) : Passage.best(text, marks, PASSAGE),
                row.author(),
                found.at(),
                found.highlighted(),
                found.tags().isEmpty() ? List.of() : tags.of(circle.id()).names(found.tags()),
                mayTake);
    }
}
