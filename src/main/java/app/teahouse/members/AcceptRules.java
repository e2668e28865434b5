package app.teahouse.members;

import app.teahouse.circles.Circles;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A member accepts the circle's rules as they are now. */
@Component
public class AcceptRules {
    private final Db db;
    private final Circles circles;

    AcceptRules(Db db, Circles circles) {
        this.db = db;
        this.circles = circles;
    }

    /**
     * Accepts the version that was read; if there is a newer one by now, that one has to be read first.
     *
     * @throws Refusal {@code rules.newer}
     */
    @Transactional
    public void accept(Member member, int version) {
        var now = circles.fresh(member.circle())
                .orElseThrow(() -> Refusal.notFound("circle.unknown"))
                .rulesVersion();
        if (version != now) {
            throw Refusal.conflict("rules.newer");
        }
        db.sql("""
                update members.membership
                   set rules_version = greatest(rules_version, :version)
                 where circle_id = :circle and account_id = :account
                """)
                .with("circle", member.circle())
                .with("account", member.account())
                .with("version", version)
                .run();
    }
}
