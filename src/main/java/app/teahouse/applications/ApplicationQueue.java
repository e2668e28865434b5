package app.teahouse.applications;

import app.teahouse.applications.ApplicationView.Answer;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Staff;
import app.teahouse.suspicions.Suspicions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The applications that wait in a circle, the oldest first. */
@Component
public class ApplicationQueue {
    static final int SIZE = 30;
    private static final int MOST_COUNTED = 1000;

    private final Db db;
    private final Suspicions suspicions;

    ApplicationQueue(Db db, Suspicions suspicions) {
        this.db = db;
        this.suspicions = suspicions;
    }

    /** @param after where the page before ended, or null */
    Cursor<ApplicationView> waiting(Staff staff, @Nullable String after, int size) {
        var found = db.sql("""
                select application_id, name, picture, questions, answers, was_removed, made_at, account_id
                  from applications.application
                 where circle_id = :circle and state = 'waiting' and application_id > :after
                 order by application_id
                 limit :size
                """)
                .with("circle", staff.circle())
                .with("after", after == null ? new UUID(0, 0) : Ids.parse(after))
                .with("size", size + 1)
                .all((row, n) -> view(row));
        var page = Cursor.of(found, size, ApplicationView::id);
        var signs = suspicions.of(
                page.items().stream().map(ApplicationView::account).toList());
        return new Cursor<>(
                page.items().stream()
                        .map(view -> view.with(signs.getOrDefault(view.account(), List.of()).stream()
                                .map(Db::name)
                                .toList()))
                        .toList(),
                page.next());
    }

    private static ApplicationView view(ResultSet row) throws SQLException {
        var questions = Db.texts(row, 4);
        var texts = Db.texts(row, 5);
        var answers = new ArrayList<Answer>();
        for (var i = 0; i < questions.size(); i++) {
            answers.add(new Answer(questions.get(i), texts.get(i)));
        }
        return new ApplicationView(
                Ids.text(new ApplicationId(Db.uuid(row, 1))),
                new AccountId(Db.uuid(row, 8)),
                row.getString(2),
                row.getString(3),
                answers,
                row.getBoolean(6),
                List.of(),
                Db.instant(row, 7));
    }

    /** How many wait; counted up to a thousand. */
    public long waiting(CircleId circle) {
        return db.sql("""
                select count(*)
                  from (select 1
                          from applications.application
                         where circle_id = :circle and state = 'waiting'
                         limit :most) waiting
                """).with("circle", circle).with("most", MOST_COUNTED).one(Long.class);
    }
}
