package app.teahouse.members;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Findable;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Staff;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The statements that several operations on memberships share. */
@Component
class MemberRows {
    private final Db db;
    private final Findable findable;

    MemberRows(Db db, Findable findable) {
        this.db = db;
        this.findable = findable;
    }

    /** A membership that nobody else can change before the caller's transaction ends. */
    record Locked(AccountId account, long number, String alias, Role role) {}

    record Both(Locked one, Locked other) {}

    AccountId accountOf(CircleId circle, long number) {
        return db.sql("select account_id from members.membership where circle_id = :circle and number = :number")
                .with("circle", circle)
                .with("number", number)
                .maybe((row, n) -> new AccountId(Db.uuid(row, 1)))
                .orElseThrow(() -> Refusal.notFound("member.unknown"));
    }

    /**
     * Locks two active memberships in one order, so that two who act on each other at once do not wait for ever, and so that roles
     * are what they were when the decision is written.
     *
     * @throws Refusal {@code member.unknown} if one of them is not active
     */
    Both lock(CircleId circle, AccountId one, AccountId other) {
        var locked = new HashMap<AccountId, Locked>();
        db.sql("""
                select account_id, number, alias, role
                  from members.membership
                 where circle_id = :circle and account_id = any(:accounts) and state = 'active'
                 order by account_id
                   for no key update
                """)
                .with("circle", circle)
                .withIds("accounts", List.of(one, other))
                .all((row, n) -> new Locked(
                        new AccountId(Db.uuid(row, 1)),
                        row.getLong(2),
                        row.getString(3),
                        Db.constant(Role.class, row.getString(4))))
                .forEach(member -> locked.put(member.account(), member));
        var first = locked.get(one);
        var second = locked.get(other);
        if (first == null || second == null) {
            throw Refusal.notFound("member.unknown");
        }
        return new Both(first, second);
    }

    /**
     * Locks those of these members who still are, and whoever acts on them, in the same order.
     *
     * @throws Refusal {@code member.unknown} where nobody is left, {@code role.not-above} with the {@code name} of the first who is not below
     */
    List<Locked> lock(Staff staff, Collection<Long> numbers) {
        var locked = db.sql("""
                select account_id, number, alias, role
                  from members.membership
                 where circle_id = :circle and (number = any(:numbers) or account_id = :me) and state = 'active'
                 order by account_id
                   for no key update
                """)
                .with("circle", staff.circle())
                .withNumbers("numbers", numbers)
                .with("me", staff.account())
                .all((row, n) -> new Locked(
                        new AccountId(Db.uuid(row, 1)),
                        row.getLong(2),
                        row.getString(3),
                        Db.constant(Role.class, row.getString(4))));
        var mine = locked.stream()
                .filter(one -> one.account().equals(staff.account()))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("member.unknown"))
                .role();
        var others =
                locked.stream().filter(one -> numbers.contains(one.number())).toList();
        if (others.isEmpty()) {
            throw Refusal.notFound("member.unknown");
        }
        others.stream()
                .filter(one -> !mine.isStaff() || !mine.isAbove(one.role()))
                .findFirst()
                .ifPresent(one -> {
                    throw Refusal.notAllowed("role.not-above").with("name", one.alias());
                });
        return others;
    }

    /** Two statements, because the two tables lie on different nodes once the site is distributed. */
    void changeRole(CircleId circle, AccountId account, Role role) {
        db.sql("update members.membership set role = :role where circle_id = :circle and account_id = :account")
                .with("circle", circle)
                .with("account", account)
                .with("role", role)
                .run();
        db.sql("update members.account_circle set role = :role where account_id = :account and circle_id = :circle")
                .with("circle", circle)
                .with("account", account)
                .with("role", role)
                .run();
    }

    /**
     * Ends an active membership; the role goes with it.
     *
     * @param by who removed the member, or null for one who left
     * @return whether it was active
     */
    boolean end(CircleId circle, AccountId account, @Nullable AccountId by, @Nullable String reason, Instant now) {
        var state = by == null ? "left" : "removed";
        var ended = db.sql("""
                update members.membership
                   set state = :state, role = 'member', ended_at = :now, ended_by = :by, ended_reason = :reason
                 where circle_id = :circle and account_id = :account and state = 'active' and role <> 'owner'
                """)
                .with("circle", circle)
                .with("account", account)
                .with("state", state)
                .with("by", by)
                .with("reason", reason)
                .with("now", now)
                .run();
        db.sql("""
                update members.account_circle
                   set state = :state, role = 'member'
                 where account_id = :account and circle_id = :circle and role <> 'owner'
                """)
                .with("circle", circle)
                .with("account", account)
                .with("state", state)
                .run();
        findable.member(circle, account);
        return ended == 1;
    }
}
