package app.teahouse.members;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Staff;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whom staff may act on: nobody acts on a role equal to or above their own. */
@Component
public class Ranks {
    private final Db db;

    Ranks(Db db) {
        this.db = db;
    }

    /** A member, held until the caller's transaction ends. */
    public record Held(AccountId account, long number, String alias) {}

    private record Row(AccountId account, long number, String alias, Role role, boolean active) {}

    /**
     * Locks members and whoever acts on them, in one order, with their roles of now. Those who left are held too: what is said about them
     * waits for them.
     *
     * @return them by number
     * @throws Refusal {@code member.unknown}, {@code circle.staff-only}, {@code role.not-above} with the {@code name} of the first who is not below
     */
    public List<Held> below(Staff staff, Collection<Long> numbers) {
        var rows = db.sql("""
                select account_id, number, alias, role, state = 'active'
                  from members.membership
                 where circle_id = :circle and (number = any(:numbers) or account_id = :me)
                 order by account_id
                   for no key update
                """)
                .with("circle", staff.circle())
                .withNumbers("numbers", numbers)
                .with("me", staff.account())
                .all((row, n) -> new Row(
                        new AccountId(Db.uuid(row, 1)),
                        row.getLong(2),
                        row.getString(3),
                        Db.constant(Role.class, row.getString(4)),
                        row.getBoolean(5)));
        var mine = role(rows, staff);
        var wanted = rows.stream().filter(row -> numbers.contains(row.number())).toList();
        if (wanted.size() < numbers.stream().distinct().count()) {
            throw Refusal.notFound("member.unknown");
        }
        wanted.stream().filter(row -> !mine.isAbove(row.role())).findFirst().ifPresent(row -> {
            throw Refusal.notAllowed("role.not-above").with("name", row.alias());
        });
        return wanted.stream()
                .map(row -> new Held(row.account(), row.number(), row.alias()))
                .sorted((one, other) -> Long.compare(one.number(), other.number()))
                .toList();
    }

    private static Role role(List<Row> rows, Staff staff) {
        return rows.stream()
                .filter(row -> row.account().equals(staff.account()) && row.active())
                .map(Row::role)
                .filter(Role::isStaff)
                .findFirst()
                .orElseThrow(() -> Refusal.notAllowed("circle.staff-only"));
    }
}
