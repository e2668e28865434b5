package app.teahouse.blocking;

import app.teahouse.blocks.Blocks;
import app.teahouse.blocks.MemberBlocked;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A member no longer wishes to see what another says, or does again. */
@Component
class BlockMember {
    static final int MOST = 200;

    private final Blocks blocks;
    private final Members members;
    private final Events events;
    private final Clock clock;

    BlockMember(Blocks blocks, Members members, Events events, Clock clock) {
        this.blocks = blocks;
        this.members = members;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Blocking who is blocked changes nothing.
     *
     * @throws Refusal {@code member.unknown}, {@code block.self}, {@code block.too-many}
     */
    @Transactional
    public void block(Member member, long number) {
        var other = card(member.circle(), number);
        if (other.account().equals(member.account())) {
            throw Refusal.conflict("block.self");
        }
        if (blocks.count(member.circle(), member.account()) >= MOST) {
            throw Refusal.conflict("block.too-many").with("most", MOST);
        }
        if (blocks.add(member.circle(), member.account(), other.account(), clock.instant())) {
            events.publish(new MemberBlocked(member.circle(), member.account(), other.account()));
        }
    }

    /** Where nobody is blocked nothing is said of who has which number. */
    @Transactional
    public void unblock(Person person, CircleId circle, long number) {
        members.numbered(circle, number).ifPresent(other -> blocks.remove(circle, person.account(), other.account()));
    }

    private MemberCard card(CircleId circle, long number) {
        return members.numbered(circle, number).orElseThrow(() -> Refusal.notFound("member.unknown"));
    }
}
