package app.teahouse.removals;

import app.teahouse.comments.TakeComments;
import app.teahouse.content.TakePosts;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.log.CircleLog;
import app.teahouse.members.Bars;
import app.teahouse.members.RemoveMember;
import app.teahouse.orders.RefundMember;
import app.teahouse.removals.Removal.Back;
import app.teahouse.removals.Removal.OfMoney;
import app.teahouse.removals.Removal.OfWords;
import app.teahouse.removals.Removal.Words;
import app.teahouse.removals.Removal.WordsState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Staff remove members, one or many: they are out at once, a job takes their words where staff wish so, and what they paid is for
 * {@link SettleMoney}.
 */
@Component
public class Remove {
    /** As many as are chosen on a page of the list. */
    static final int MOST = 100;

    private final RemoveMember removeMember;
    private final Removals removals;
    private final TakePosts takePosts;
    private final TakeComments takeComments;
    private final RefundMember refundMember;
    private final CircleLog log;
    private final Clock clock;

    Remove(
            RemoveMember removeMember,
            Removals removals,
            TakePosts takePosts,
            TakeComments takeComments,
            RefundMember refundMember,
            CircleLog log,
            Clock clock) {
        this.removeMember = removeMember;
        this.removals = removals;
        this.takePosts = takePosts;
        this.takeComments = takeComments;
        this.refundMember = refundMember;
        this.log = log;
        this.clock = clock;
    }

    /** @param until for {@link Back#DAY} only: from when on they may ask to come back */
    public record Wish(String reason, Back back, @Nullable Instant until, Words words) {
        /** Out, and no more: they may ask to come back, and what they wrote stays. */
        public static Wish plain(String reason) {
            return new Wish(reason, Back.ASK, null, Words.KEEP);
        }
    }

    /**
     * All of them who are still members, or none where one is not below.
     *
     * @throws Refusal {@code member.unknown}, {@code role.not-above}, {@code removal.too-many}, {@code removal.day-over},
     *     {@code removal.day-far}
     */
    @Transactional
    public List<RemovalId> remove(Staff staff, Collection<Long> numbers, Wish wish) {
        new Faults().text("reason", wish.reason(), 500).refuse();
        if (numbers.size() > MOST) {
            throw Refusal.conflict("removal.too-many").with("most", MOST);
        }
        var bar = bar(wish.back(), wish.until(), clock.instant());
        return removeMember.remove(staff, numbers, wish.reason(), bar).stream()
                .map(gone -> add(staff, gone, wish))
                .toList();
    }

    /** @throws Refusal {@code removal.day-over}, {@code removal.day-far}: ten years are as good as for good */
    static Bars.@Nullable Bar bar(Back back, @Nullable Instant until, Instant now) {
        return switch (back) {
            case ASK -> null;
            case NEVER -> new Bars.Bar(null);
            case DAY -> {
                new Faults()
                        .require(until != null && until.isAfter(now), "until", "removal.day-over")
                        .require(
                                until == null || until.isBefore(now.plus(Duration.ofDays(3653))),
                                "until",
                                "removal.day-far")
                        .refuse();
                yield new Bars.Bar(until);
            }
        };
    }

    private RemovalId add(Staff staff, RemoveMember.Gone gone, Wish wish) {
        var circle = staff.circle();
        var id = new RemovalId(Ids.next());
        var total = total(circle, gone, wish.words());
        var words = wish.words() == Words.KEEP
                ? OfWords.KEPT
                : new OfWords(wish.words(), WordsState.TAKING, total, 0, staff.account(), gone.at());
        var money = refundMember
                        .due(circle, gone.account(), RefundMember.Share.ALL, gone.at())
                        .isPresent()
                ? OfMoney.OPEN
                : OfMoney.NONE;
        removals.add(new Removal(
                circle,
                id,
                gone.account(),
                gone.role(),
                wish.reason().strip(),
                wish.back(),
                wish.back() == Back.DAY ? wish.until() : null,
                words,
                money,
                staff.account(),
                gone.at(),
                null));
        note(staff, gone, wish);
        return id;
    }

    private int total(CircleId circle, RemoveMember.Gone gone, Words words) {
        return words == Words.KEEP
                ? 0
                : takePosts.count(circle, gone.account(), words == Words.DELETE)
                        + takeComments.count(circle, gone.account(), words == Words.DELETE);
    }

    /** The removal itself stands in the log already. */
    private void note(Staff staff, RemoveMember.Gone gone, Wish wish) {
        if (wish.back() != Back.ASK) {
            log.write(new CircleLog.Deed(
                    staff.circle(),
                    "barred",
                    staff.account(),
                    gone.account(),
                    BackLog.about(staff, wish.back(), wish.until()),
                    "",
                    gone.at()));
        }
        if (wish.words() != Words.KEEP) {
            log.write(new CircleLog.Deed(
                    staff.circle(),
                    wish.words() == Words.HIDE ? "words_hidden" : "words_deleted",
                    staff.account(),
                    gone.account(),
                    "",
                    "",
                    gone.at()));
        }
    }
}
