package app.teahouse.start;

import app.teahouse.content.Posts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Differences;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The staff set the steps before newcomers, change them, put them in order and take them away. */
@Component
public class ArrangeSteps {
    private final Db db;
    private final Clock clock;
    private final Posts posts;

    ArrangeSteps(Db db, Clock clock, Posts posts) {
        this.db = db;
        this.clock = clock;
        this.posts = posts;
    }

    /** At the end. */
    @Transactional
    public StepId add(Staff staff, StepText text) {
        text.check();
        lock(staff);
        if (order(staff).size() >= Steps.MOST) {
            throw Refusal.conflict("start.full").with("most", Steps.MOST);
        }
        var step = new StepId(Ids.next());
        db.sql("""
                insert into start.step (circle_id, step_id, position, kind, title, note, post_id, column_id, made_at)
                select :circle, :step, coalesce(max(position), 0) + 1, :kind, :title, :note, cast(:post as uuid),
                       cast(:column as uuid), :now
                  from start.step
                 where circle_id = :circle
                """)
                .with("circle", staff.circle())
                .with("step", step)
                .with("kind", text.kind())
                .with("title", text.goodTitle())
                .with("note", text.goodNote())
                .with("post", post(staff, text))
                .with("column", column(staff, text))
                .with("now", clock.instant())
                .run();
        Differences.say("name", "", text.goodTitle());
        return step;
    }

    /** What kind a step is of stays; who has taken it has taken it. */
    @Transactional
    void change(Staff staff, StepId step, StepText text) {
        text.check();
        lock(staff);
        var was = words(staff, step);
        var changed = db.sql("""
                update start.step
                   set title = :title, note = :note, post_id = cast(:post as uuid), column_id = cast(:column as uuid)
                 where circle_id = :circle and step_id = :step and kind = :kind
                """)
                .with("circle", staff.circle())
                .with("step", step)
                .with("kind", text.kind())
                .with("title", text.goodTitle())
                .with("note", text.goodNote())
                .with("post", post(staff, text))
                .with("column", column(staff, text))
                .run();
        if (changed == 0) {
            throw unknown();
        }
        Differences.say("name", was.getFirst(), text.goodTitle());
        Differences.say("note", was.getLast(), text.goodNote());
    }

    /** Title and note; both empty where the step is not there. */
    private List<String> words(Staff staff, StepId step) {
        return db.sql("select title, note from start.step where circle_id = :circle and step_id = :step")
                .with("circle", staff.circle())
                .with("step", step)
                .maybe((row, n) -> List.of(row.getString(1), row.getString(2)))
                .orElse(List.of("", ""));
    }

    @Transactional
    void remove(Staff staff, StepId step) {
        lock(staff);
        Differences.say("name", words(staff, step).getFirst(), "");
        db.sql("delete from start.taken where circle_id = :circle and step_id = :step")
                .with("circle", staff.circle())
                .with("step", step)
                .run();
        db.sql("delete from start.step where circle_id = :circle and step_id = :step")
                .with("circle", staff.circle())
                .with("step", step)
                .run();
    }

    /** @param before the place it gets, from 0; what lies outside is the nearest end */
    @Transactional
    void move(Staff staff, StepId step, int before) {
        lock(staff);
        var order = new ArrayList<>(order(staff));
        if (!order.remove(step)) {
            throw unknown();
        }
        order.add(Math.clamp(before, 0, order.size()), step);
        number(staff, order);
    }

    /** One up or down. */
    @Transactional
    void step(Staff staff, StepId step, boolean up) {
        lock(staff);
        var place = order(staff).indexOf(step);
        if (place < 0) {
            throw unknown();
        }
        move(staff, step, up ? place - 1 : place + 1);
    }

    /** Behind another, or first if that is null. */
    @Transactional
    void behind(Staff staff, StepId step, @Nullable StepId other) {
        lock(staff);
        var order = new ArrayList<>(order(staff));
        order.remove(step);
        move(staff, step, other == null ? 0 : order.indexOf(other) + 1);
    }

    static Refusal unknown() {
        return Refusal.notFound("start.step-unknown");
    }

    private void lock(Staff staff) {
        db.sql("""
                insert into start.plan (circle_id, changed_at)
                values (:circle, :now)
                on conflict (circle_id) do update set changed_at = excluded.changed_at
                """).with("circle", staff.circle()).with("now", clock.instant()).run();
    }

    private List<StepId> order(Staff staff) {
        return db.sql("select step_id from start.step where circle_id = :circle order by position, step_id")
                .with("circle", staff.circle())
                .all((row, n) -> new StepId(Db.uuid(row, 1)));
    }

    private void number(Staff staff, List<StepId> order) {
        db.sql("""
                update start.step s
                   set position = o.position
                  from unnest(:steps) with ordinality as o (step_id, position)
                 where s.circle_id = :circle and s.step_id = o.step_id and s.position <> o.position
                """).with("circle", staff.circle()).withIds("steps", order).run();
    }

    private @Nullable UUID post(Staff staff, StepText text) {
        return text.kind() != StepKind.POST || text.number() == null
                ? null
                : posts.live(staff.circle(), text.number())
                        .orElseThrow(() -> Refusal.invalid("number", "start.no-target"))
                        .id()
                        .value();
    }

    private @Nullable UUID column(Staff staff, StepText text) {
        return text.kind() != StepKind.COLUMN || text.number() == null
                ? null
                : db.sql("""
                        select column_id
                          from columns.series
                         where circle_id = :circle and number = :number and published_at is not null
                        """)
                        .with("circle", staff.circle())
                        .with("number", text.number())
                        .maybe(UUID.class)
                        .orElseThrow(() -> Refusal.invalid("number", "start.no-target"));
    }
}
