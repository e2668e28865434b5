package app.teahouse.announcements;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Staff;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What staff see of announcements: what waits, what is on its way, what came of the others. */
@Component
class Desk {
    static final int SIZE = 20;

    private final AnnouncementRows rows;
    private final Recipients recipients;
    private final Members members;

    Desk(AnnouncementRows rows, Recipients recipients, Members members) {
        this.rows = rows;
        this.recipients = recipients;
        this.members = members;
    }

    List<DeskView> unsent(Staff staff, Locale locale) {
        return views(staff.circle(), rows.unsent(staff.circle()), locale);
    }

    Cursor<DeskView> ended(Staff staff, @Nullable Long before, Locale locale) {
        var page = rows.ended(staff.circle(), before, SIZE);
        return new Cursor<>(
                views(staff.circle(), page.items(), locale).stream()
                        .filter(view -> !view.isSending())
                        .toList(),
                page.next());
    }

    DeskView one(Staff staff, long number, Locale locale) {
        return views(staff.circle(), List.of(rows.numbered(staff.circle(), number)), locale)
                .getFirst();
    }

    /** What is being written, as it was typed. */
    Announcement words(Staff staff, long number) {
        return rows.numbered(staff.circle(), number);
    }

    private List<DeskView> views(CircleId circle, Collection<Announcement> found, Locale locale) {
        var people = found.stream()
                .flatMap(one -> Stream.of(one.madeBy(), one.sentBy()))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
        var cards = members.cards(circle, people);
        return found.stream().map(one -> view(one, cards, locale)).toList();
    }

    private DeskView view(Announcement one, Map<AccountId, MemberCard> cards, Locale locale) {
        // What began tells for whom it was, whatever became of the segment.
        var name = one.stage().beganAt() != null
                ? one.audience()
                : one.segment() == null
                        ? ""
                        : recipients.name(one.circle(), one.segment(), locale).orElse(null);
        var by = one.sentBy() == null ? one.madeBy() : one.sentBy();
        var card = by == null ? null : cards.get(by);
        var stage = one.stage();
        return new DeskView(
                one.number(),
                stage.name(),
                one.subject(),
                one.html(),
                one.excerpt(),
                name == null ? one.audience() : name,
                name == null,
                one.byMail(),
                one.edits(),
                card == null ? null : card.alias(),
                one.madeAt(),
                stage.sendAt(),
                stage.beganAt(),
                stage.endedAt(),
                one.tally());
    }
}
