package app.teahouse.home;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Staff;
import app.teahouse.review.ItemId;
import app.teahouse.web.Frame;
import app.teahouse.web.TodayCard;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was held or reported and waits for a decision, the most pressing first. */
@Component
@Order(12)
class WaitingReview implements TodayCard {
    private static final int SHOWN = 4;
    private static final int MOST = 1_000;

    private final Db db;
    private final Templates templates;

    WaitingReview(Db db, Templates templates) {
        this.db = db;
        this.templates = templates;
    }

    @Override
    public Optional<JteModel> card(Frame frame, Staff staff) {
        var pressing = pressing(frame, staff);
        if (pressing.isEmpty()) {
            return Optional.empty();
        }
        var waiting = db.sql("""
                select count(*)
                  from (select 1
                          from review.item
                         where circle_id = :circle and state = 'open' and (:leads or not about_admin) and author_id is distinct from :me
                         limit :most) waiting
                """)
                .with("circle", staff.circle())
                .with("leads", staff.role().leads())
                .with("me", staff.account())
                .with("most", MOST)
                .one(Long.class);
        return Optional.of(templates.homeWaiting(frame, "review", waiting, pressing));
    }

    private List<Waiting> pressing(Frame frame, Staff staff) {
        return db.sql("""
                select i.item_id, i.kind, coalesce(m.alias, ''), m.picture, i.opened_at
                  from review.item i
                  left join members.membership m on m.circle_id = i.circle_id and m.account_id = i.author_id
                 where i.circle_id = :circle and i.state = 'open' and (:leads or not i.about_admin)
                   and i.author_id is distinct from :me
                 order by 3 - i.risk, i.opened_at, i.item_id
                 limit :shown
                """)
                .with("circle", staff.circle())
                .with("leads", staff.role().leads())
                .with("me", staff.account())
                .with("shown", SHOWN)
                .all((row, n) -> new Waiting(
                        "/c/" + staff.member().face().slug() + "/manage/review/"
                                + Ids.text(new ItemId(Db.uuid(row, 1))),
                        row.getString(3),
                        frame.t("review.what." + row.getString(2), "name", row.getString(3)),
                        row.getString(4),
                        Db.instant(row, 5)));
    }
}
