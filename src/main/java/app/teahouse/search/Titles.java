package app.teahouse.search;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Id;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads what posts, members and columns that were found are called, and nothing of what they say. */
@Component
class Titles {
    private final Db db;

    Titles(Db db) {
        this.db = db;
    }

    private record Known(UUID value) implements Id {}

    /** @param text a title, a member's name, or empty */
    record Title(Candidate found, String text, String url) {}

    /** In the order of what was found; what went out of sight since then is left out. */
    List<Title> read(Scope scope, List<Candidate> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        record Row(UUID id, long number, String text) {}
        var rows = new HashMap<UUID, Row>();
        db.sql("""
                select f.about_id, coalesce(p.number, m.number, s.number), coalesce(p.title, m.alias, s.name, '')
                  from unnest(cast(:circles as uuid[]), cast(:ids as uuid[]), cast(:kinds as text[])) as f (circle_id, about_id, kind)
                  left join content.post p
                    on p.circle_id = f.circle_id and p.post_id = case f.kind when 'post' then f.about_id end and p.state = 'live'
                  left join members.membership m
                    on m.circle_id = f.circle_id and m.account_id = case f.kind when 'member' then f.about_id end and m.state = 'active'
                  left join columns.series s
                    on s.circle_id = f.circle_id and s.column_id = case f.kind when 'column' then f.about_id end
                   and s.published_at is not null
                 where p.post_id is not null or m.account_id is not null or s.column_id is not null
                """)
                .withIds("circles", found.stream().map(Candidate::circle).toList())
                .withIds("ids", found.stream().map(one -> new Known(one.id())).toList())
                .withTexts("kinds", found.stream().map(Candidate::kind).toList())
                .all((row, n) -> new Row(Db.uuid(row, 1), row.getLong(2), row.getString(3)))
                .forEach(row -> rows.put(row.id(), row));
        var faces = faces(scope);
        return found.stream()
                .flatMap(one -> Stream.ofNullable(rows.get(one.id()))
                        .map(row -> new Title(
                                one,
                                row.text(),
                                Hit.url(Objects.requireNonNull(faces.get(one.circle())), one.kind(), row.number()))))
                .toList();
    }

    private static Map<CircleId, Face> faces(Scope scope) {
        return scope.circles().stream().collect(Collectors.toMap(Face::id, Function.identity()));
    }
}
