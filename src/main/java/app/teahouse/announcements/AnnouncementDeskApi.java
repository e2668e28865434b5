package app.teahouse.announcements;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.security.Limits;
import app.teahouse.segments.SegmentId;
import app.teahouse.web.WhileHalted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Announcements as programs of the staff write and send them. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/announcement-desk")
class AnnouncementDeskApi {
    private final Desk desk;
    private final DraftAnnouncement draft;
    private final SendAnnouncement send;
    private final WeeklyLimit weeklyLimit;
    private final Limits limits;

    AnnouncementDeskApi(
            Desk desk, DraftAnnouncement draft, SendAnnouncement send, WeeklyLimit weeklyLimit, Limits limits) {
        this.desk = desk;
        this.draft = draft;
        this.send = send;
        this.weeklyLimit = weeklyLimit;
        this.limits = limits;
    }

    /** @param read null under five who have it: it would say of one of them what they read */
    record TallyJson(
            long expected,
            long reached,
            @Nullable Long read,
            long mailed,
            long limited,
            long unsubscribed,
            long unaddressed) {

        static TallyJson of(Tally tally) {
            return new TallyJson(
                    tally.expected(),
                    tally.reached(),
                    tally.saysRead() ? tally.read() : null,
                    tally.mailed(),
                    tally.limited(),
                    tally.unsubscribed(),
                    tally.unaddressed());
        }
    }

    /**
     * @param state {@code draft}, {@code scheduled}, {@code sending}, {@code sent} or {@code cancelled}
     * @param body in Markdown
     * @param segment the id of the segment it is for; null for all members
     * @param audience what that is called; empty for all members
     * @param edits what sending it names
     */
    record DeskJson(
            long number,
            String state,
            String subject,
            String body,
            String html,
            @Nullable String segment,
            String audience,
            boolean byMail,
            int edits,
            @Nullable Instant sendAt,
            @Nullable Instant beganAt,
            @Nullable Instant endedAt,
            TallyJson tally) {

        static DeskJson of(DeskView view, Announcement words) {
            return new DeskJson(
                    view.number(),
                    view.state(),
                    view.subject(),
                    words.body(),
                    view.html(),
                    words.segment() == null ? null : Ids.text(new SegmentId(words.segment())),
                    view.audience(),
                    view.byMail(),
                    view.edits(),
                    view.sendAt(),
                    view.beganAt(),
                    view.endedAt(),
                    TallyJson.of(view.tally()));
        }
    }

    /** One of a list: its words stand at its own address. */
    record DeskLineJson(
            long number,
            String state,
            String subject,
            String audience,
            @Nullable Instant sendAt,
            @Nullable Instant beganAt,
            @Nullable Instant endedAt,
            TallyJson tally) {

        static DeskLineJson of(DeskView view) {
            return new DeskLineJson(
                    view.number(),
                    view.state(),
                    view.subject(),
                    view.audience(),
                    view.sendAt(),
                    view.beganAt(),
                    view.endedAt(),
                    TallyJson.of(view.tally()));
        }
    }

    record DeskPageJson(List<DeskLineJson> items, @Nullable String next) {}

    /** @param show {@code unsent}, all at once, or {@code ended}, the newest first */
    @GetMapping
    DeskPageJson list(
            Staff staff,
            @RequestParam(defaultValue = "unsent") String show,
            @RequestParam(required = false) @Nullable Long before) {
        return switch (show) {
            case "unsent" -> new DeskPageJson(lines(desk.unsent(staff, Locale.ENGLISH)), null);
            case "ended" -> {
                var page = desk.ended(staff, before, Locale.ENGLISH);
                yield new DeskPageJson(lines(page.items()), page.next());
            }
            default -> throw Refusal.invalid("show", "field.unknown-choice");
        };
    }

    private static List<DeskLineJson> lines(List<DeskView> views) {
        return views.stream().map(DeskLineJson::of).toList();
    }

    /** @param segment the id of the segment it is for; null for all members */
    record AnnouncementWishJson(
            @Nullable String subject,
            @Nullable String body,
            @Nullable String segment,
            @Nullable Boolean byMail) {

        DraftAnnouncement.Wish wish() {
            return new DraftAnnouncement.Wish(
                    Objects.requireNonNullElse(subject, ""),
                    Objects.requireNonNullElse(body, ""),
                    AnnouncementForm.segment(segment),
                    Objects.requireNonNullElse(byMail, true));
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    DeskJson make(Staff staff, @RequestBody AnnouncementWishJson wish) {
        return read(staff, draft.make(staff, wish.wish()));
    }

    @GetMapping("/{number}")
    DeskJson one(Staff staff, @PathVariable long number) {
        return read(staff, number);
    }

    private DeskJson read(Staff staff, long number) {
        return DeskJson.of(desk.one(staff, number, Locale.ENGLISH), desk.words(staff, number));
    }

    /**
     * What is left out stays as it is.
     *
     * @param segment the id of the segment it is for; empty for all members
     * @param edits of the words that were read
     */
    record AnnouncementChangeJson(
            @Nullable String subject,
            @Nullable String body,
            @Nullable String segment,
            @Nullable Boolean byMail,
            @Nullable Integer edits) {

        DraftAnnouncement.Wish wish(Announcement before) {
            return new DraftAnnouncement.Wish(
                    Objects.requireNonNullElse(subject, before.subject()),
                    Objects.requireNonNullElse(body, before.body()),
                    segment == null ? before.segment() : AnnouncementForm.segment(segment.isEmpty() ? null : segment),
                    Objects.requireNonNullElse(byMail, before.byMail()));
        }
    }

    @PatchMapping("/{number}")
    DeskJson change(Staff staff, @PathVariable long number, @RequestBody AnnouncementChangeJson wish) {
        if (wish.edits() == null) {
            throw Refusal.invalid("edits", "field.missing");
        }
        draft.change(staff, number, wish.edits(), wish.wish(desk.words(staff, number)));
        return read(staff, number);
    }

    @DeleteMapping("/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(Staff staff, @PathVariable long number) {
        draft.drop(staff, number);
    }

    @PostMapping("/{number}/trial")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void tryOut(Staff staff, @PathVariable long number) {
        limits.take("announcement-trial", staff.account().value().toString(), 10, Duration.ofHours(1));
        send.tryOut(staff, number);
    }

    /**
     * @param edits of the words that were seen
     * @param at when; null for now
     */
    record SendingJson(@Nullable Integer edits, @Nullable Instant at) {}

    @PutMapping("/{number}/sending")
    DeskJson send(Staff staff, @PathVariable long number, @RequestBody SendingJson sending) {
        if (sending.edits() == null) {
            throw Refusal.invalid("edits", "field.missing");
        }
        send.send(staff, number, sending.edits(), sending.at());
        return read(staff, number);
    }

    /**
     * What has not begun is a draft again; what is on its way stops where it is.
     *
     * @param state in which it was seen, {@code scheduled} or {@code sending}
     */
    @DeleteMapping("/{number}/sending")
    @WhileHalted
    DeskJson stop(Staff staff, @PathVariable long number, @RequestParam String state) {
        send.stop(staff, number, state);
        return read(staff, number);
    }

    /** @param mails a member and week, 0 to 7 */
    record WeeklyLimitJson(@Nullable Integer mails) {}

    @GetMapping("/limit")
    WeeklyLimitJson limit(Staff staff) {
        return new WeeklyLimitJson(weeklyLimit.of(staff.circle()));
    }

    @PutMapping("/limit")
    WeeklyLimitJson chooseLimit(Owner owner, @RequestBody WeeklyLimitJson wish) {
        weeklyLimit.choose(owner, Objects.requireNonNullElse(wish.mails(), -1));
        return new WeeklyLimitJson(weeklyLimit.of(owner.circle()));
    }
}
