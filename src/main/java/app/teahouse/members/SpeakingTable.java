package app.teahouse.members;

import app.teahouse.circles.CircleChanged;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Staff;
import app.teahouse.kernel.Surface;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A circle's default: which role may speak on which surface. Staff set it, and it holds for those below them. */
@Component
public class SpeakingTable {
    private final Db db;
    private final Events events;
    private final Clock clock;

    SpeakingTable(Db db, Events events, Clock clock) {
        this.db = db;
        this.events = events;
        this.clock = clock;
    }

    /**
     * One field of the table.
     *
     * @param changed whether the circle says something else than the product by itself
     */
    public record Cell(Role role, Surface surface, boolean allowed, boolean changed) {

        /** Its name in forms: {@code member.post}. */
        public String name() {
            return roleName() + "." + surfaceName();
        }

        public String roleName() {
            return Db.name(role);
        }

        public String surfaceName() {
            return Db.name(surface);
        }
    }

    /** All fields, role by role. */
    public List<Cell> of(CircleId circle) {
        record Row(Role role, Surface surface, boolean allowed) {}
        var rows = db.sql("select role, surface, allowed from members.speaking where circle_id = :circle")
                .with("circle", circle)
                .all((row, n) -> new Row(
                        Db.constant(Role.class, row.getString(1)),
                        Db.constant(Surface.class, row.getString(2)),
                        row.getBoolean(3)));
        var cells = new ArrayList<Cell>();
        for (var role : Speaking.ROLES) {
            for (var surface : Surface.values()) {
                var usual = Speaking.allowsByItself(role, surface);
                var allowed = rows.stream()
                        .filter(row -> row.role() == role && row.surface() == surface)
                        .findFirst()
                        .map(Row::allowed)
                        .orElse(usual);
                cells.add(new Cell(role, surface, allowed, allowed != usual));
            }
        }
        return List.copyOf(cells);
    }

    /** Sets the whole table. What is as the product has it by itself is not stored, so it follows the product. */
    @Transactional
    public void set(Staff staff, Set<String> allowed) {
        var before = of(staff.circle());
        db.sql("delete from members.speaking where circle_id = :circle")
                .with("circle", staff.circle())
                .run();
        var wished = Speaking.ROLES.stream()
                .flatMap(role ->
                        List.of(Surface.values()).stream().map(surface -> new Cell(role, surface, false, false)))
                .collect(Collectors.toList());
        for (var cell : wished) {
            var may = allowed.contains(cell.name());
            if (may != Speaking.allowsByItself(cell.role(), cell.surface())) {
                insert(staff.circle(), cell, may);
            }
        }
        tell(staff, before, allowed);
    }

    /** What changed, as {@code role.surface}: what was open before it, and what is now. */
    private void tell(Staff staff, List<Cell> before, Set<String> allowed) {
        var closed = before.stream().filter(cell -> cell.allowed() && !allowed.contains(cell.name()));
        var opened = before.stream().filter(cell -> !cell.allowed() && allowed.contains(cell.name()));
        var was = closed.map(Cell::name).collect(Collectors.joining(","));
        var is = opened.map(Cell::name).collect(Collectors.joining(","));
        if (!was.isEmpty() || !is.isEmpty()) {
            events.publish(new CircleChanged(
                    staff.circle(), CircleChanged.Kind.SPEAKING, staff.account(), "", "", clock.instant(), was, is));
        }
    }

    private void insert(CircleId circle, Cell cell, boolean allowed) {
        db.sql("""
                insert into members.speaking (circle_id, role, surface, allowed)
                values (:circle, :role, :surface, :allowed)
                on conflict (circle_id, role, surface) do update set allowed = excluded.allowed
                """)
                .with("circle", circle)
                .with("role", cell.role())
                .with("surface", cell.surface())
                .with("allowed", allowed)
                .run();
    }
}
