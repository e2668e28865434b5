package app.teahouse.members;

import app.teahouse.accounts.Accounts;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Findable;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a person in the place of the placeholder that came with the circle: the membership, its number and its name. */
@Component
public class ReturnMember {
    private final Db db;
    private final Accounts accounts;
    private final Findable findable;
    private final Clock clock;

    ReturnMember(Db db, Accounts accounts, Findable findable, Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.findable = findable;
        this.clock = clock;
    }

    private record Place(String role, String state, long seen) {}

    /**
     * Staff come back as members; the owner makes them staff again.
     *
     * @return the role that the place had
     * @throws Refusal {@code account.unknown}, {@code arrival.already-member}
     */
    @Transactional
    public Role put(CircleId circle, AccountId placeholder, AccountId person) {
        var card = accounts.staying(person);
        if (db.sql("select 1 from members.membership where circle_id = :circle and account_id = :person")
                .with("circle", circle)
                .with("person", person)
                .exists()) {
            throw Refusal.conflict("arrival.already-member");
        }
        var place = db.sql("""
                select role, state, seen_number
                  from members.membership
                 where circle_id = :circle and account_id = :placeholder
                   for update
                """)
                .with("circle", circle)
                .with("placeholder", placeholder)
                .maybe((row, n) -> new Place(row.getString(1), row.getString(2), row.getLong(3)))
                .orElseThrow(() -> Refusal.notFound("arrival.no-place"));
        var before = Db.constant(Role.class, place.role());
        var role = before == Role.PARTNER || before == Role.ADMIN ? Role.MEMBER : before;
        db.sql("""
                update members.membership
                   set account_id = :person, role = :role, discreet = :discreet, own_alias = alias <> :name, seen_at = :now,
                       picture = case when own_picture then picture else :picture end
                 where circle_id = :circle and account_id = :placeholder
                """)
                .with("circle", circle)
                .with("placeholder", placeholder)
                .with("person", person)
                .with("role", role)
                .with("discreet", isDiscreet(person))
                .with("name", card.name())
                .with("picture", card.picture())
                .with("now", clock.instant())
                .run();
        list(circle, person, role, place);
        findable.member(circle, placeholder);
        findable.member(circle, person);
        return before;
    }

    private boolean isDiscreet(AccountId person) {
        return db.sql("select 1 from members.discretion where account_id = :person and discreet")
                .with("person", person)
                .exists();
    }

    private void list(CircleId circle, AccountId person, Role role, Place place) {
        db.sql("""
                insert into members.account_circle (account_id, circle_id, role, state, seen_number, joined_at, visited_at)
                values (:person, :circle, :role, :state, :seen, :now, :now)
                on conflict (account_id, circle_id) do update
                   set role = excluded.role, state = excluded.state, seen_number = excluded.seen_number,
                       visited_at = excluded.visited_at
                """)
                .with("person", person)
                .with("circle", circle)
                .with("role", role)
                .with("state", place.state())
                .with("seen", place.seen())
                .with("now", clock.instant())
                .run();
    }
}
