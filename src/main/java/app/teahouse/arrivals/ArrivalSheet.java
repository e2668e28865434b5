package app.teahouse.arrivals;

import app.teahouse.arrivals.ArrivalView.Returned;
import app.teahouse.circles.ReserveSlug;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.packing.Manifest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads arrivals for the pages of those who brought them. */
@Component
class ArrivalSheet {
    private static final int LATEST = 20;
    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final Db db;
    private final ReserveSlug reserveSlug;
    private final JsonMapper json;

    ArrivalSheet(Db db, ReserveSlug reserveSlug, JsonMapper json) {
        this.db = db;
        this.reserveSlug = reserveSlug;
        this.json = json;
    }

    List<ArrivalLine> latest(Person person) {
        return db.sql("""
                select circle_id, file_name, state, made_at
                  from arrivals.arrival
                 where made_by = :person
                 order by circle_id desc
                 limit :most
                """)
                .with("person", person.account())
                .with("most", LATEST)
                .all((row, n) -> new ArrivalLine(
                        Ids.text(new CircleId(Db.uuid(row, 1))),
                        row.getString(2),
                        row.getString(3),
                        Db.instant(row, 4)));
    }

    private record Row(
            String state,
            Instant madeAt,
            String fileName,
            String slug,
            boolean marked,
            String manifest,
            long done,
            long total,
            long strange,
            List<String> unknown,
            @Nullable String problem) {}

    /** @throws Refusal {@code arrival.unknown} */
    ArrivalView one(Person person, CircleId circle) {
        var row = db.sql("""
                select state, made_at, file_name, slug, key_check is not null, manifest, done, total, strange, unknown, problem
                  from arrivals.arrival
                 where circle_id = :circle and made_by = :person
                """)
                .with("circle", circle)
                .with("person", person.account())
                .maybe((found, n) -> row(found))
                .orElseThrow(() -> Refusal.notFound("arrival.unknown"));
        var manifest = json.readValue(row.manifest(), Manifest.class);
        var done = row.state().equals("done");
        return new ArrivalView(
                Ids.text(circle),
                circle,
                row.state(),
                row.madeAt(),
                row.fileName(),
                manifest.name(),
                manifest.promise(),
                manifest.ownerName(),
                row.slug(),
                reserveSlug.isFree(row.slug()),
                row.marked(),
                row.done(),
                row.total(),
                manifest.rows(),
                row.strange(),
                row.unknown(),
                row.problem() == null ? Map.of() : json.readValue(row.problem(), FACTS),
                done ? open(circle) : 0,
                done ? returned(circle, row.slug()) : List.of());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString(1),
                Db.instant(row, 2),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5),
                row.getString(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                Db.texts(row, 10),
                row.getString(11));
    }

    private long open(CircleId circle) {
        return db.sql("select count(*) from arrivals.place where circle_id = :circle and state = 'open'")
                .with("circle", circle)
                .one(Long.class);
    }

    private List<Returned> returned(CircleId circle, String slug) {
        return db.sql("""
                select m.alias, m.number, p.role
                  from arrivals.place p
                  join members.membership m on m.circle_id = p.circle_id and m.number = p.number
                 where p.circle_id = :circle and p.state = 'moved' and p.role in ('partner', 'admin') and m.role = 'member'
                   and m.state = 'active'
                 order by m.number
                 limit 50
                """)
                .with("circle", circle)
                .all((row, n) ->
                        new Returned(row.getString(1), "/c/" + slug + "/m/" + row.getLong(2), row.getString(3)));
    }
}
