package app.teahouse.memberships;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.passes.Pass;
import app.teahouse.plans.Plan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's own time in a circle, for programs.
 *
 * @param state {@code open}, {@code grace} while they still read, or {@code over}
 * @param source {@code paid}, {@code trial}, {@code gift}, {@code comp} for a guest pass; {@code kept} or {@code promised} for who was
 *     there before the circle cost something
 * @param plan by which they have it in the end, or null for time without one
 * @param lastDay or null for good, as the moments behind it
 * @param endsAt the first moment without the right to write
 * @param readsUntil the first moment without the right to read
 * @param before what is open until {@code plan} follows on, where that is another; or null
 * @param follows the plan that follows on at the end instead, or null
 * @param renewing null where it cannot renew itself
 * @param smaller plans that can be chosen as {@code follows}
 */
record PassJson(
        String state,
        String source,
        @Nullable PassPlanJson plan,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable Instant endsAt,
        @Nullable Instant readsUntil,
        @Nullable PassBeforeJson before,
        @Nullable PassPlanJson follows,
        @Nullable RenewingJson renewing,
        List<PassPlanJson> smaller) {

    /** @param amount what the plan costs now, in the smallest unit */
    record PassPlanJson(long number, String name, int tier, long amount, String currency) {

        static @Nullable PassPlanJson of(@Nullable Plan plan) {
            return plan == null ? null : some(plan);
        }

        private static PassPlanJson some(Plan plan) {
            return new PassPlanJson(
                    plan.number(),
                    plan.name(),
                    plan.tier(),
                    plan.price().minor(),
                    plan.price().code());
        }
    }

    record PassBeforeJson(@Nullable PassPlanJson plan, LocalDate lastDay) {}

    /**
     * @param automatic whether it renews itself
     * @param amount what will be charged then, if the price stays
     * @param card to which, in the words its owner knows it by; null where none is kept, and then nothing is charged
     * @param chargedAt when, or null where it is tried no more; after the end where it could not be announced seven days before
     * @param triedAt when it could not be charged the last time, or null
     */
    record RenewingJson(
            boolean automatic,
            long amount,
            String currency,
            @Nullable String card,
            @Nullable Instant chargedAt,
            @Nullable Instant triedAt) {}

    /** @throws Refusal {@code pass.none} */
    static PassJson of(PassView view) {
        var pass = view.pass();
        if (pass == null || pass.source() == Pass.Source.OVER) {
            throw Refusal.notFound("pass.none");
        }
        var before = view.before();
        var renewing = view.renewing();
        return new PassJson(
                view.holds() ? "open" : view.readable() ? "grace" : "over",
                Db.name(pass.source()),
                PassPlanJson.of(view.plan()),
                pass.span().first(),
                pass.span().last(),
                pass.endsAt(),
                pass.readsUntil(),
                before == null ? null : new PassBeforeJson(PassPlanJson.of(before.plan()), before.last()),
                PassPlanJson.of(view.next()),
                renewing == null
                        ? null
                        : new RenewingJson(
                                renewing.automatic(),
                                renewing.price().minor(),
                                renewing.price().code(),
                                renewing.card(),
                                renewing.known().chargedAt(),
                                renewing.known().triedAt()),
                view.lower().stream().map(PassPlanJson::some).toList());
    }
}
