package app.teahouse.timeline;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Staff;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import app.teahouse.web.Prices;
import gg.jte.generated.precompiled.Templates;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What happened with a member in this circle, for the staff above them. */
@Controller
class TimelinePages {
    private final Templates templates;
    private final Timeline timeline;

    TimelinePages(Templates templates, Timeline timeline) {
        this.templates = templates;
        this.timeline = timeline;
    }

    @GetMapping("/c/{slug}/m/{number}/timeline")
    Page timeline(
            Staff staff,
            Frame frame,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String before) {
        var card = timeline.card(staff, number);
        var group = group(kind);
        var page = timeline.page(staff, card, group, before, Timeline.SIZE);
        var told = page.items().stream().map(one -> told(frame, one)).toList();
        return Page.of(templates.timelineTimeline(
                frame,
                new TimelineView(staff.member().face(), card, group == null ? "" : Db.name(group), told, page.next())));
    }

    /** What is no group is as if not asked. */
    static Lines.@Nullable Group group(@Nullable String name) {
        return Arrays.stream(Lines.Group.values())
                .filter(group -> Db.name(group).equals(name))
                .findFirst()
                .orElse(null);
    }

    private static TimelineView.Told told(Frame frame, Timeline.Told one) {
        var line = one.line();
        var money = line.money();
        var words = frame.t(
                "timeline.kind." + line.kind(),
                "text",
                one.room().text(frame, line),
                "sum",
                money == null ? "" : Prices.exact(money, frame.locale()));
        return new TimelineView.Told(
                line.at(),
                icon(line.kind(), one.room().group(line)),
                words,
                one.room().quote(frame, line),
                line.path(),
                one.by() == null ? null : one.by().alias());
    }

    /** One for each kind of thing; what has none of its own has that of its part. */
    private static String icon(String kind, Lines.Group group) {
        return switch (kind) {
            case "left", "expired", "log_removed" -> "logout";
            case "log_barred" -> "ban";
            case "applied", "answered_approved", "answered_declined", "answered_withdrawn" -> "clipboard-list";
            case "comment" -> "message-circle";
            case "read" -> "book";
            case "handed_in" -> "clipboard-check";
            case "time_gift" -> "gift";
            case "time_comp", "log_guest_pass", "log_guest_pass_ended" -> "ticket";
            case "note" -> "notes";
            case "letter" -> "mail";
            case "tagged", "log_untagged", "log_tag_declined" -> "tag";
            case "held" -> "hourglass";
            case "decided" -> "shield-check";
            case "log_strike" -> "alert-triangle";
            case "log_mute" -> "lock";
            case "log_unmute", "log_grant_ended" -> "lock-open";
            case "log_grant" -> "microphone";
            case "log_role" -> "user-shield";
            case "log_directory_out", "log_directory_in" -> "id-badge";
            case "log_words_hidden" -> "eye-off";
            case "log_words_deleted" -> "trash";
            case "log_words_returned" -> "restore";
            default ->
                switch (group) {
                    case COMING -> "door-enter";
                    case WORDS -> "feather";
                    case MONEY -> "coin";
                    case ORDER -> "flag";
                };
        };
    }
}
