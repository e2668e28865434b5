package app.teahouse.takeaway;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody asks for a file that is too large to be made at once. Asking for what is being made already leads to that. */
@Component
public class AskForTakeaway {
    private final Db db;
    private final Kinds kinds;
    private final Clock clock;

    AskForTakeaway(Db db, Kinds kinds, Clock clock) {
        this.db = db;
        this.kinds = kinds;
        this.clock = clock;
    }

    /**
     * @param wish what exactly, in the words of its kind; no secrets, it is kept as it is
     * @param fileName what it is called when it is fetched
     * @throws Refusal {@code circle.owner-only}, or {@code takeaway.busy} while another one is made
     */
    @Transactional
    public TakeawayId ask(Member member, String kind, String wish, String fileName) {
        var whom = kinds.named(kind).whom();
        if (whom == TakeawayKind.For.OWNER && member.role() != Role.OWNER) {
            throw Refusal.notAllowed("circle.owner-only");
        }
        var slot = whom == TakeawayKind.For.OWNER
                ? member.circle().value()
                : member.account().value();
        var id = new TakeawayId(Ids.next());
        return insert(member, id, kind, slot, wish, fileName) ? id : running(member, kind, slot, wish);
    }

    /** The index on what is being made lets one of two at once in. */
    private boolean insert(Member member, TakeawayId id, String kind, UUID slot, String wish, String fileName) {
        return db.sql("""
                insert into takeaway.run (circle_id, run_id, kind, slot, wish, file_name, state, made_by, made_at)
                values (:circle, :run, :kind, :slot, :wish, :file, 'running', :by, :now)
                    on conflict (circle_id, kind, slot) where state = 'running' do nothing
                """)
                        .with("circle", member.circle())
                        .with("run", id)
                        .with("kind", kind)
                        .with("slot", slot)
                        .with("wish", wish)
                        .with("file", fileName)
                        .with("by", member.account())
                        .with("now", clock.instant())
                        .run()
                == 1;
    }

    private TakeawayId running(Member member, String kind, UUID slot, String wish) {
        return db.sql("""
                select run_id
                  from takeaway.run
                 where circle_id = :circle and kind = :kind and slot = :slot and state = 'running' and wish = :wish
                """)
                .with("circle", member.circle())
                .with("kind", kind)
                .with("slot", slot)
                .with("wish", wish)
                .maybe((row, n) -> new TakeawayId(Db.uuid(row, 1)))
                .orElseThrow(() -> Refusal.conflict("takeaway.busy"));
    }
}
