package app.teahouse.plans;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Differences;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says for the log what is different about a plan. */
final class PlanDifferences {
    private PlanDifferences() {}

    static void say(Plan was, Plan is) {
        Differences.say("name", was.name(), is.name());
        Differences.say("promise", was.promise(), is.promise());
        Differences.say("price", price(was), price(is));
        Differences.say("period", period(was.period()), period(is.period()));
        Differences.say("tier", was.tier(), is.tier());
        Differences.say("percents", percents(was), percents(is));
        Differences.say("trial", was.trialDays(), is.trialDays());
        Differences.say("free", free(was), free(is));
        Differences.say("automatic", was.automatic(), is.automatic());
        Differences.say("closes", closes(was), closes(is));
        Differences.say("sale", Db.name(was.state()), Db.name(is.state()));
    }

    private static String price(Plan plan) {
        return plan.price().minor() + "," + plan.price().code();
    }

    private static String period(Period period) {
        var lasts = PlanRows.lasts(period);
        return PlanRows.kind(period)
                + (lasts == null ? "" : "," + lasts)
                + (period instanceof Period.Until(var day) ? "," + day : "");
    }

    private static String percents(Plan plan) {
        var percents = plan.percents();
        return percents.early() + " % · " + percents.soon() + " % · " + percents.late() + " %";
    }

    private static String free(Plan plan) {
        return day(plan.freeFrom()) + (plan.freeFrom() == null ? "" : "–") + day(plan.freeUntil());
    }

    private static String day(@Nullable Object day) {
        return day == null ? "" : day.toString();
    }

    private static String closes(Plan plan) {
        return plan.closes().stream().map(Db::name).sorted().collect(Collectors.joining(","));
    }
}
