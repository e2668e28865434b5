package app.teahouse.review;

import app.teahouse.kernel.Ids;
import app.teahouse.members.MemberCard;
import app.teahouse.reports.Report;
import app.teahouse.reports.ThingView;
import app.teahouse.strikes.Ladder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item with all that helps to decide about it.
 *
 * @param words whether it can be hidden, changed by its writer, and deleted
 * @param thing how it is now, or null where it is gone
 * @param writer null where that account is gone, or nobody's name was given
 * @param strikes how many of the writer's count now
 * @param before how often something of the writer was decided on before, and not kept
 * @param next what the ladder says may follow on one more, or null
 * @param decider what the one who decided is called, or null
 * @param rules what the circle asks of its members, line by line, to be named as a reason
 * @param key where it stands in the queue
 */
public record CaseView(
        Item item,
        boolean words,
        @Nullable ThingView thing,
        @Nullable MemberCard writer,
        List<Report> reports,
        int strikes,
        long before,
        Ladder.@Nullable Rung next,
        @Nullable String decider,
        List<String> rules,
        String key) {

    public String id() {
        return Ids.text(item.id());
    }

    /** Whether somebody is there who can change it, be warned, muted or removed. */
    public boolean hasWriter() {
        return writer != null && writer.active();
    }
}
