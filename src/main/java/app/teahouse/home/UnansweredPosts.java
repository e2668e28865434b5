package app.teahouse.home;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Staff;
import app.teahouse.web.Frame;
import app.teahouse.web.TodayCard;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Members' posts that nobody has commented on for a day. Older ones than a fortnight are left in peace. */
@Component
@Order(30)
class UnansweredPosts implements TodayCard {
    private static final Duration PATIENCE = Duration.ofHours(24);
    private static final Duration LONGEST = Duration.ofDays(14);
    private static final int SHOWN = 5;

    private final Db db;
    private final Clock clock;
    private final Templates templates;

    UnansweredPosts(Db db, Clock clock, Templates templates) {
        this.db = db;
        this.clock = clock;
        this.templates = templates;
    }

    @Override
    public Optional<JteModel> card(Frame frame, Staff staff) {
        var unanswered = unanswered(staff);
        return unanswered.isEmpty()
                ? Optional.empty()
                : Optional.of(templates.homeWaiting(
                        frame,
                        "posts",
                        unanswered.size(),
                        unanswered.stream().limit(SHOWN).toList()));
    }

    /** Looked for among the newest five hundred posts, so it costs the same in every circle. */
    List<Waiting> unanswered(Staff staff) {
        var now = clock.instant();
        return db.sql("""
                select p.number, m.alias, m.picture, p.title, p.excerpt, p.published_at
                  from (select circle_id, number, author_id, title, excerpt, published_at, comment_count, wakes
                          from content.post
                         where circle_id = :circle and state = 'live'
                         order by number desc
                         limit 500) p
                  join members.membership m on m.circle_id = p.circle_id and m.account_id = p.author_id
                 where p.comment_count = 0 and p.wakes and p.published_at < :before and p.published_at > :after
                   and m.state = 'active' and m.role in ('guest_expert', 'volunteer', 'member')
                 order by p.number
                 limit 100
                """)
                .with("circle", staff.circle())
                .with("before", now.minus(PATIENCE))
                .with("after", now.minus(LONGEST))
                .all((row, n) -> new Waiting(
                        "/c/" + staff.member().face().slug() + "/p/" + row.getLong(1),
                        row.getString(2),
                        row.getString(4).isEmpty() ? row.getString(5) : row.getString(4),
                        row.getString(3),
                        Db.instant(row, 6)));
    }
}
