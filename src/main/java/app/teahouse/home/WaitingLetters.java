package app.teahouse.home;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Staff;
import app.teahouse.letters.LetterId;
import app.teahouse.web.Frame;
import app.teahouse.web.TodayCard;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whose letter to the staff waits for an answer, the one who waits longest first. */
@Component
@Order(15)
class WaitingLetters implements TodayCard {
    private static final int SHOWN = 4;

    private final Db db;
    private final Templates templates;

    WaitingLetters(Db db, Templates templates) {
        this.db = db;
        this.templates = templates;
    }

    @Override
    public Optional<JteModel> card(Frame frame, Staff staff) {
        var waiting = db.sql("""
                select count(*) from letters.letter where circle_id = :circle and state = 'open' and waits = 'staff' and account_id <> :me
                """)
                .with("circle", staff.circle())
                .with("me", staff.account())
                .one(Long.class);
        if (waiting == 0) {
            return Optional.empty();
        }
        var oldest = db.sql("""
                select t.letter_id, t.matter, t.subject, coalesce(m.alias, ''), m.picture, t.waits_since
                  from letters.letter t
                  left join members.membership m on m.circle_id = t.circle_id and m.account_id = t.account_id
                 where t.circle_id = :circle and t.state = 'open' and t.waits = 'staff' and t.account_id <> :me
                 order by t.waits_since, t.letter_id
                 limit :shown
                """)
                .with("circle", staff.circle())
                .with("me", staff.account())
                .with("shown", SHOWN)
                .all((row, n) -> new Waiting(
                        "/c/" + staff.member().face().slug() + "/manage/letters/"
                                + Ids.text(new LetterId(Db.uuid(row, 1))),
                        row.getString(4),
                        row.getString(3).isEmpty() ? frame.t("letters.matter." + row.getString(2)) : row.getString(3),
                        row.getString(5),
                        Db.instant(row, 6)));
        return Optional.of(templates.homeWaiting(frame, "letters", waiting, oldest));
    }
}
