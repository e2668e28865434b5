package app.teahouse.home;

import app.teahouse.applications.ApplicationQueue;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Staff;
import app.teahouse.web.Frame;
import app.teahouse.web.TodayCard;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who asked to join and waits for an answer, the one who waits longest first. */
@Component
@Order(20)
class WaitingApplicants implements TodayCard {
    private static final int SHOWN = 4;

    private final Db db;
    private final ApplicationQueue queue;
    private final Templates templates;

    WaitingApplicants(Db db, ApplicationQueue queue, Templates templates) {
        this.db = db;
        this.queue = queue;
        this.templates = templates;
    }

    @Override
    public Optional<JteModel> card(Frame frame, Staff staff) {
        var waiting = queue.waiting(staff.circle());
        if (waiting == 0) {
            return Optional.empty();
        }
        var oldest = db.sql("""
                select name, picture, made_at
                  from applications.application
                 where circle_id = :circle and state = 'waiting'
                 order by application_id
                 limit :shown
                """)
                .with("circle", staff.circle())
                .with("shown", SHOWN)
                .all((row, n) -> new Waiting(
                        "/c/" + staff.member().face().slug() + "/manage/applications",
                        row.getString(1),
                        null,
                        row.getString(2),
                        Db.instant(row, 3)));
        return Optional.of(templates.homeWaiting(frame, "applications", waiting, oldest));
    }
}
