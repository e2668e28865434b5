package app.teahouse.content;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Findable;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Staff say which member wrote the posts under a by-line, or take that back. Posts that come in under it later are the member's too.
 * Who becomes the author may change and delete them, so nobody assigns to, or takes from, a role above their own. Nobody is told.
 */
@Component
public class AssignByline {
    private static final int AT_ONCE = 1000;

    private final Db db;
    private final Clock clock;
    private final Members members;
    private final Findable findable;

    AssignByline(Db db, Clock clock, Members members, Findable findable) {
        this.db = db;
        this.clock = clock;
        this.members = members;
        this.findable = findable;
    }

    /** @param number the member's, or null to make it a by-line again */
    @Transactional
    public void assign(Staff staff, String byline, @Nullable Long number) {
        var circle = staff.circle();
        var before = lock(circle, byline);
        before.flatMap(account -> members.card(circle, account))
                .filter(MemberCard::active)
                .ifPresent(card -> mustBeBelow(staff, card));
        var account = number == null ? null : member(staff, number).account();
        write(staff, byline, account);
        var changed = AT_ONCE;
        while (changed == AT_ONCE) {
            changed = move(circle, byline, account);
        }
    }

    private MemberCard member(Staff staff, long number) {
        var card = members.numbered(staff.circle(), number)
                .filter(MemberCard::active)
                .orElseThrow(() -> Refusal.invalid("member", "byline.no-member"));
        mustBeBelow(staff, card);
        return card;
    }

    private static void mustBeBelow(Staff staff, MemberCard card) {
        if (!mayBe(staff, card)) {
            throw Refusal.notAllowed("byline.above-you");
        }
    }

    /** Whether these staff may make that member an author. */
    public static boolean mayBe(Staff staff, MemberCard card) {
        return card.account().equals(staff.account()) || staff.role().isAbove(card.role());
    }

    /** Of two who assign at once the second sees what the first did. Answers whose it is. */
    private Optional<AccountId> lock(CircleId circle, String byline) {
        return db.sql("""
                select account_id
                  from content.byline
                 where circle_id = :circle and byline = :byline
                   for no key update
                """)
                .with("circle", circle)
                .with("byline", byline)
                .maybe((row, n) -> Optional.ofNullable(Db.maybeUuid(row, 1)).map(AccountId::new))
                .orElseThrow(() -> Refusal.notFound("byline.unknown"));
    }

    private void write(Staff staff, String byline, @Nullable AccountId account) {
        db.sql("""
                update content.byline
                   set account_id = :account, assigned_by = :by, assigned_at = :now
                 where circle_id = :circle and byline = :byline
                """)
                .with("circle", staff.circle())
                .with("byline", byline)
                .with("account", account)
                .with("by", account == null ? null : staff.account())
                .with("now", account == null ? null : clock.instant())
                .run();
    }

    private int move(CircleId circle, String byline, @Nullable AccountId account) {
        var moved = db.sql("""
                update content.post
                   set author_id = cast(:account as uuid)
                 where circle_id = :circle
                   and post_id in (select post_id
                                     from content.post
                                    where circle_id = :circle and byline = :byline
                                      and author_id is distinct from cast(:account as uuid)
                                    order by post_id
                                    limit :most)
                returning post_id
                """)
                .with("circle", circle)
                .with("byline", byline)
                .with("account", account)
                .with("most", AT_ONCE)
                .all((row, n) -> new PostId(Db.uuid(row, 1)));
        findable.changed(circle, Findable.Kind.POST, moved);
        return moved.size();
    }
}
