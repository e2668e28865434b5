package app.teahouse.paths;

import app.teahouse.content.Posts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a member's path. What is hidden or gone by now is left out. */
@Component
public class PathSheet {
    private final Db db;

    PathSheet(Db db) {
        this.db = db;
    }

    public PathView read(Member member) {
        var circle = "/c/" + member.face().slug();
        var rows = db.sql("""
                select h.minutes, p.number, p.title, case when p.locks = '{}' then p.excerpt else '' end, p.minutes, s.reasons, c.name, s.place,
                       coalesce(p.highlight_why, ''), s.done_at is not null
                  from paths.path h
                  left join (paths.stop s join content.post p
                                            on p.circle_id = s.circle_id and p.post_id = s.post_id and p.state = 'live')
                    on s.circle_id = h.circle_id and s.account_id = h.account_id
                  left join columns.series c
                    on c.circle_id = s.circle_id and c.number = s.series and c.published_at is not null
                 where h.circle_id = :circle and h.account_id = :account
                 order by s.position, s.post_id
                """)
                .with("circle", member.circle())
                .with("account", member.account())
                .all((row, n) -> Row.of(row, circle));
        return new PathView(
                circle + "/start",
                rows.isEmpty() ? 0 : rows.getFirst().minutes(),
                LayPath.MINUTES,
                rows.stream().map(Row::stop).filter(Objects::nonNull).toList());
    }

    private record Row(int minutes, @Nullable StopView stop) {

        static Row of(ResultSet row, String circle) throws SQLException {
            var number = row.getLong(2);
            if (row.wasNull()) {
                return new Row(row.getInt(1), null);
            }
            return new Row(
                    row.getInt(1),
                    new StopView(
                            number,
                            circle + "/p/" + number,
                            Posts.named(row.getString(3), row.getString(4), number),
                            row.getInt(5),
                            Db.texts(row, 6).stream()
                                    .map(name -> Db.constant(Reason.class, name))
                                    .toList(),
                            row.getString(7),
                            row.getInt(8),
                            row.getString(9),
                            row.getBoolean(10)));
        }
    }
}
