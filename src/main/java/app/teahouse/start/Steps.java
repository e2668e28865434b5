package app.teahouse.start;

import app.teahouse.content.Posts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the steps of a circle with what a member has taken of them. */
@Component
class Steps {
    static final int MOST = 30;

    private final Db db;

    Steps(Db db) {
        this.db = db;
    }

    /** What leads to something hidden or gone is left out. */
    StepsView read(Member member) {
        return new StepsView(
                url(member), all(member).stream().filter(step -> !step.gone()).toList());
    }

    /** All of them, for whoever arranges them. */
    List<StepView> all(Member member) {
        return db.sql("""
                select s.step_id, s.kind, s.title, s.note, p.number, p.title, p.minutes, c.number, c.name,
                       case s.kind
                            when 'rules' then :accepted
                            when 'profile' then m.introduction <> ''
                            when 'write' then exists (select 1
                                                        from content.post w
                                                       where w.circle_id = s.circle_id and w.author_id = :account
                                                         and w.state = 'live')
                            else t.taken_at is not null end
                  from start.step s
                  join members.membership m on m.circle_id = s.circle_id and m.account_id = :account
                  left join content.post p on p.circle_id = s.circle_id and p.post_id = s.post_id and p.state = 'live'
                  left join columns.series c
                    on c.circle_id = s.circle_id and c.column_id = s.column_id and c.published_at is not null
                  left join start.taken t
                    on t.circle_id = s.circle_id and t.account_id = :account and t.step_id = s.step_id
                 where s.circle_id = :circle
                 order by s.position, s.step_id
                 limit 100
                """)
                .with("circle", member.circle())
                .with("account", member.account())
                .with("accepted", !member.standing().rulesChanged())
                .all((row, n) -> view(row, member));
    }

    private static StepView view(ResultSet row, Member member) throws SQLException {
        var kind = Db.constant(StepKind.class, row.getString(2));
        var ownTitle = row.getString(3);
        var post = row.getObject(5, Long.class);
        var column = row.getObject(8, Long.class);
        var number = kind == StepKind.POST ? post : column;
        var target = switch (kind) {
            case POST -> post == null ? "" : Posts.named(row.getString(6), "", post);
            case COLUMN -> column == null ? "" : row.getString(9);
            default -> "";
        };
        return new StepView(
                new StepId(Db.uuid(row, 1)),
                kind,
                ownTitle.isEmpty() ? target : ownTitle,
                ownTitle,
                row.getString(4),
                number,
                leadsTo(kind, number, "/c/" + member.face().slug()),
                row.getInt(7),
                row.getBoolean(10),
                number == null && (kind == StepKind.POST || kind == StepKind.COLUMN));
    }

    private static @Nullable String leadsTo(StepKind kind, @Nullable Long number, String circle) {
        return switch (kind) {
            case WORDS -> null;
            case POST -> number == null ? null : circle + "/p/" + number;
            case COLUMN -> number == null ? null : circle + "/columns/" + number;
            case RULES -> circle + "/rules";
            case PROFILE -> circle + "/membership";
            case WRITE -> circle + "/write";
        };
    }

    static String url(Member member) {
        return "/c/" + member.face().slug() + "/start";
    }
}
