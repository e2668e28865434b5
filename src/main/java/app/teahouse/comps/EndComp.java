package app.teahouse.comps;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.members.GuestPassChanged;
import app.teahouse.members.Members;
import app.teahouse.passes.GivePass;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A guest pass ends before its time; what its holder paid for beside it is theirs again. */
@Component
class EndComp {
    private final Db db;
    private final Members members;
    private final GivePass givePass;
    private final Events events;
    private final Clock clock;

    EndComp(Db db, Members members, GivePass givePass, Events events, Clock clock) {
        this.db = db;
        this.members = members;
        this.givePass = givePass;
        this.events = events;
        this.clock = clock;
    }

    private record Ended(UUID comp, AccountId account) {}

    /** @throws Refusal {@code member.unknown}, {@code comp.unknown} */
    @Transactional
    public void end(Partner partner, long number) {
        var member = members.numbered(partner.circle(), number).orElseThrow(() -> Refusal.notFound("member.unknown"));
        givePass.lock(partner.circle(), member.account());
        var ended = db.sql("""
                update comps.comp
                   set ended_at = :now
                 where circle_id = :circle and account_id = :account and ended_at is null
                returning comp_id, account_id
                """)
                .with("circle", partner.circle())
                .with("account", member.account())
                .with("now", clock.instant())
                .maybe((row, n) -> new Ended(Db.uuid(row, 1), new AccountId(Db.uuid(row, 2))))
                .orElseThrow(() -> Refusal.notFound("comp.unknown"));
        givePass.takeBack(partner.circle(), ended.account(), ended.comp());
        events.publish(new GuestPassChanged(
                partner.circle(), ended.account(), ended.comp(), false, partner.account(), "", "", clock.instant()));
    }
}
