package app.teahouse.log;

import app.teahouse.kernel.Db;
import app.teahouse.timeline.Before;
import app.teahouse.timeline.Line;
import app.teahouse.timeline.Lines;
import app.teahouse.web.Frame;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What staff did to a member: removed them, muted them, gave them a role. What was paid back, orders know. */
@Component
class LinesOfLog implements Lines {
    private static final Map<Group, List<String>> KINDS = Map.of(
            Group.COMING,
            List.of("removed", "removal_undone", "barred", "unbarred"),
            Group.MONEY,
            List.of("guest_pass", "guest_pass_ended"),
            Group.ORDER,
            List.of(
                    "role",
                    "mute",
                    "unmute",
                    "grant",
                    "grant_ended",
                    "strike",
                    "directory_out",
                    "directory_in",
                    "untagged",
                    "tag_declined",
                    "words_hidden",
                    "words_deleted",
                    "words_returned"));

    private final Db db;

    LinesOfLog(Db db) {
        this.db = db;
    }

    @Override
    public Set<Group> groups() {
        return Set.of(Group.ORDER, Group.COMING, Group.MONEY);
    }

    @Override
    public Group group(Line line) {
        return KINDS.entrySet().stream()
                .filter(one -> one.getValue().contains(line.kind().substring("log_".length())))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Group.ORDER);
    }

    @Override
    public List<Line> before(Before before) {
        return before.ask(db.sql(Before.LINES + """
                select e.at, 'log_' || e.kind as kind, e.entry_id as id, e.about as text, e.reason as quote, '' as path,
                       e.by_id as by_id
                """ + Before.NO_MONEY + """
                  from log.entry e
                 where e.circle_id = :circle and e.whose_id = :account and e.kind = any(:kinds)
                """ + Before.REST)
                .withTexts(
                        "kinds",
                        KINDS.entrySet().stream()
                                .filter(one -> before.asks(one.getKey()))
                                .flatMap(one -> one.getValue().stream())
                                .toList()));
    }

    @Override
    public String text(Frame frame, Line line) {
        return switch (line.kind()) {
            case "log_role" -> frame.t("web.role." + line.text());
            case "log_mute", "log_grant" -> LogWords.surfaces(frame, line.text());
            default -> line.text();
        };
    }
}
