package app.teahouse.members;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Folding;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Staff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What other rooms may ask about a circle's members. */
@Component
public class Members {
    private static final int MOST_NAMES = 200;

    private final Db db;

    Members(Db db) {
        this.db = db;
    }

    public Optional<MemberCard> card(CircleId circle, AccountId account) {
        return Optional.ofNullable(cards(circle, List.of(account)).get(account));
    }

    /** The cards of everybody who is or was a member. */
    public Map<AccountId, MemberCard> cards(CircleId circle, Collection<AccountId> accounts) {
        if (accounts.isEmpty()) {
            return Map.of();
        }
        return db
                .sql("""
                select account_id, number, alias, picture, role, state = 'active'
                  from members.membership
                 where circle_id = :circle and account_id = any(:accounts)
                """)
                .with("circle", circle)
                .withIds("accounts", new HashSet<>(accounts))
                .all((row, n) -> card(row))
                .stream()
                .collect(Collectors.toMap(MemberCard::account, card -> card));
    }

    /** The guest experts of a circle, by their numbers. */
    public List<MemberCard> guestExperts(CircleId circle, int most) {
        return db.sql("""
                select account_id, number, alias, picture, role, true
                  from members.membership
                 where circle_id = :circle and role = 'guest_expert' and state = 'active'
                 order by number
                 limit :most
                """).with("circle", circle).with("most", most).all((row, n) -> card(row));
    }

    public Optional<MemberCard> numbered(CircleId circle, long number) {
        return db.sql("""
                select account_id, number, alias, picture, role, state = 'active'
                  from members.membership
                 where circle_id = :circle and number = :number
                """).with("circle", circle).with("number", number).maybe((row, n) -> card(row));
    }

    /**
     * Somebody who is or was a member, by the number in an address.
     *
     * @throws Refusal {@code member.unknown}
     */
    public MemberCard numbered(CircleId circle, String number) {
        return numbered(circle, number(number)).orElseThrow(() -> Refusal.notFound("member.unknown"));
    }

    /**
     * The same for staff, of whom they may know: of those below them.
     *
     * @throws Refusal {@code member.unknown}, {@code role.not-above}
     */
    public MemberCard below(Staff staff, String number) {
        var card = numbered(staff.circle(), number);
        if (!staff.role().isAbove(card.role())) {
            throw Refusal.notAllowed("role.not-above").with("name", card.alias());
        }
        return card;
    }

    /** Those who have one of these numbers and are members, by their numbers. */
    public List<MemberCard> numbered(CircleId circle, Collection<Long> numbers) {
        return db.sql("""
                select account_id, number, alias, picture, role, true
                  from members.membership
                 where circle_id = :circle and number = any(:numbers) and state = 'active'
                 order by number
                """)
                .with("circle", circle)
                .withNumbers("numbers", numbers)
                .all((row, n) -> card(row));
    }

    /**
     * Whom names in a text mean: aliases, or numbers in digits. Where several members share an alias, the one with the lowest
     * number is meant; the others are reached by their numbers.
     *
     * @return the member for each of {@code names} that means one, under the name as it was given
     */
    public Map<String, MemberCard> named(CircleId circle, Collection<String> names) {
        var asked = names.stream().limit(MOST_NAMES).toList();
        var byName = byName(circle, asked);
        var byNumber = byNumber(circle, asked);
        var found = new HashMap<String, MemberCard>();
        for (var name : asked) {
            var card = byName.get(Folding.folded(name));
            if (card == null && isNumber(name)) {
                card = byNumber.get(Long.parseLong(name));
            }
            if (card != null) {
                found.put(name, card);
            }
        }
        return found;
    }

    private Map<String, MemberCard> byName(CircleId circle, Collection<String> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        record Row(String folded, MemberCard card) {}
        return db
                .sql("""
                select account_id, number, alias, picture, role, true, folded
                  from (select distinct on (folded) account_id, number, alias, picture, role, folded
                          from members.membership
                         where circle_id = :circle and folded = any(:names) and state = 'active'
                         order by folded, number) first
                """)
                .with("circle", circle)
                .withTexts("names", names.stream().map(Folding::folded).toList())
                .all((row, n) -> new Row(row.getString(7), card(row)))
                .stream()
                .collect(Collectors.toMap(Row::folded, Row::card));
    }

    private Map<Long, MemberCard> byNumber(CircleId circle, Collection<String> names) {
        var numbers =
                names.stream().filter(Members::isNumber).map(Long::valueOf).toList();
        if (numbers.isEmpty()) {
            return Map.of();
        }
        return db.sql("""
                select account_id, number, alias, picture, role, true
                  from members.membership
                 where circle_id = :circle and number = any(:numbers) and state = 'active'
                """).with("circle", circle).withNumbers("numbers", numbers).all((row, n) -> card(row)).stream()
                .collect(Collectors.toMap(MemberCard::number, card -> card));
    }

    public static boolean isNumber(String name) {
        return name.matches("[0-9]{1,15}");
    }

    /** @throws Refusal {@code member.unknown} for what is no number */
    public static long number(String typed) {
        if (!isNumber(typed)) {
            throw Refusal.notFound("member.unknown");
        }
        return Long.parseLong(typed);
    }

    /** Members whose alias begins with what somebody is typing after an @. */
    public List<MemberCard> beginning(CircleId circle, String typed, int most) {
        var folded = Folding.folded(typed);
        return db.sql("""
                select account_id, number, alias, picture, role, true
                  from members.membership
                 where circle_id = :circle and state = 'active' and folded >= :from and folded < :to
                 order by folded, number
                 limit :most
                """)
                .with("circle", circle)
                .with("from", folded)
                .with("to", folded + Character.toString(Character.MAX_CODE_POINT))
                .with("most", most)
                .all((row, n) -> card(row));
    }

    /** The owner and the rest of the staff, from the highest role down. */
    public List<MemberCard> staff(CircleId circle, int most) {
        return db.sql("""
                select account_id, number, alias, picture, role, true
                  from members.membership
                 where circle_id = :circle and state = 'active' and role in ('owner', 'partner', 'admin')
                 order by role, number
                 limit 100
                """).with("circle", circle).all((row, n) -> card(row)).stream()
                .sorted(Comparator.comparing(MemberCard::role).thenComparing(MemberCard::number))
                .limit(most)
                .toList();
    }

    static MemberCard card(ResultSet row) throws SQLException {
        return new MemberCard(
                new AccountId(Db.uuid(row, 1)),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                Db.constant(Role.class, row.getString(5)),
                row.getBoolean(6));
    }
}
