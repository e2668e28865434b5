package app.teahouse.timeline;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What happened with a member in one circle, from all rooms that know, merged by moment, kind and id. */
@Component
class Timeline {
    static final int SIZE = 30;

    private final Members members;
    private final ObjectProvider<Lines> rooms;

    Timeline(Members members, ObjectProvider<Lines> rooms) {
        this.members = members;
        this.rooms = rooms;
    }

    /** @param room who told it, and knows how to say it */
    record Told(Line line, Lines room, @Nullable MemberCard by) {}

    /**
     * Of whom staff may know: of those below them.
     *
     * @throws Refusal {@code member.unknown}, {@code role.not-above}
     */
    MemberCard card(Staff staff, String number) {
        return members.below(staff, number);
    }

    /** @param before where the page before ended, or null */
    Cursor<Told> page(Staff staff, MemberCard card, Lines.@Nullable Group group, @Nullable String before, int size) {
        var end = Before.end(staff.member(), card.account(), group, size + 1);
        var from = before == null ? end : end.from(before);
        var told = rooms.stream()
                .filter(room -> room.groups().stream().anyMatch(from::asks) && room.open(staff.member()))
                .flatMap(room -> room.before(from).stream().map(line -> new Told(line, room, null)))
                .sorted(Comparator.comparing(Told::line, Line.NEWEST_FIRST))
                .limit(size + 1L)
                .toList();
        var page = Cursor.of(told, size, one -> Before.key(one.line()));
        return new Cursor<>(named(staff, page.items()), page.next());
    }

    private List<Told> named(Staff staff, List<Told> told) {
        var people = told.stream()
                .map(one -> one.line().by())
                .filter(Objects::nonNull)
                .collect(Collectors.<AccountId>toSet());
        var cards = members.cards(staff.circle(), people);
        return told.stream()
                .map(one -> one.line().by() == null
                        ? one
                        : new Told(one.line(), one.room(), cards.get(one.line().by())))
                .toList();
    }
}
