package app.teahouse.applications;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Staff;
import app.teahouse.members.Bars;
import app.teahouse.members.Came;
import app.teahouse.members.Enrol;
import app.teahouse.questions.Answers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Staff approve or decline applications, one or many; each in a transaction of its own. */
@Component
class DecideApplications {
    static final int MOST = 100;

    private final Db db;
    private final Clock clock;
    private final Apply apply;
    private final Enrol enrol;
    private final Bars bars;
    private final Answers answers;
    private final ObjectProvider<KeptForApplicant> kept;
    private final Events events;
    private final TransactionTemplate transaction;

    DecideApplications(
            Db db,
            Clock clock,
            Apply apply,
            Enrol enrol,
            Bars bars,
            Answers answers,
            ObjectProvider<KeptForApplicant> kept,
            Events events,
            TransactionTemplate transaction) {
        this.db = db;
        this.clock = clock;
        this.apply = apply;
        this.enrol = enrol;
        this.bars = bars;
        this.answers = answers;
        this.kept = kept;
        this.events = events;
        this.transaction = transaction;
    }

    /** Answers how many of them this approved; others were decided by somebody else meanwhile. */
    int approve(Staff staff, List<ApplicationId> applications) {
        check(applications);
        var approved = 0;
        for (var id : applications) {
            if (Boolean.TRUE.equals(transaction.execute(_ -> approve(staff, id)))) {
                approved++;
            }
        }
        return approved;
    }

    private static void check(List<ApplicationId> applications) {
        new Faults()
                .require(!applications.isEmpty(), "ids", "application.none-chosen")
                .require(applications.size() <= MOST, "ids", "application.too-many", Map.of("most", MOST))
                .refuse();
    }

    private boolean approve(Staff staff, ApplicationId id) {
        var decided = decide(staff, id, "approved", null);
        decided.ifPresent(one -> {
            if (bars.of(staff.circle(), one.account()).isPresent()) {
                throw Refusal.conflict("application.barred").with("name", one.name());
            }
            kept.forEach(keeper -> keeper.approved(staff.circle(), one.account()));
            enrol.enrol(staff.circle(), one.account(), one.role(), one.rulesVersion(), Came.APPLICATION);
            events.publish(new ApplicationApproved(
                    staff.circle(),
                    id,
                    one.account(),
                    one.name(),
                    staff.account(),
                    staff.member().standing().alias()));
        });
        return decided.isPresent();
    }

    /** Answers how many of them this declined. */
    int decline(Staff staff, List<ApplicationId> applications, String reason) {
        check(applications);
        new Faults().atMost("reason", reason, 500).refuse();
        var declined = 0;
        for (var id : applications) {
            if (Boolean.TRUE.equals(transaction.execute(_ -> decline(staff, id, reason.strip())))) {
                declined++;
            }
        }
        return declined;
    }

    private boolean decline(Staff staff, ApplicationId id, String reason) {
        var decided = decide(staff, id, "declined", reason.isEmpty() ? null : reason);
        decided.ifPresent(one -> {
            answers.drop(staff.circle(), one.account());
            kept.forEach(keeper -> keeper.declined(staff.circle(), one.account()));
            events.publish(
                    new ApplicationDeclined(staff.circle(), id, one.account(), one.name(), staff.account(), reason));
        });
        return decided.isPresent();
    }

    private record Decided(AccountId account, String name, Role role, int rulesVersion) {}

    /** The condition on the state lets only one of two decisions at once find the application waiting. */
    private Optional<Decided> decide(Staff staff, ApplicationId id, String state, @Nullable String reason) {
        var decided = db.sql("""
                update applications.application
                   set state = :state, decided_by = :by, decided_at = :now, reason = :reason
                 where circle_id = :circle and application_id = :id and state = 'waiting'
                returning account_id, name, role, rules_version
                """)
                .with("circle", staff.circle())
                .with("id", id)
                .with("state", state)
                .with("by", staff.account())
                .with("now", clock.instant())
                .with("reason", reason)
                .maybe((row, n) -> new Decided(
                        new AccountId(Db.uuid(row, 1)),
                        row.getString(2),
                        Db.constant(Role.class, row.getString(3)),
                        row.getInt(4)));
        decided.ifPresent(one -> apply.forget(staff.circle(), one.account()));
        return decided;
    }
}
