package app.teahouse.bylines;

import app.teahouse.content.AssignByline;
import app.teahouse.content.Bylines;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Reads the by-lines of a circle, and who may be meant by one. */
@Component
class BylineSheet {
    private static final int MOST = 12;

    private final Bylines bylines;
    private final Members members;

    BylineSheet(Bylines bylines, Members members) {
        this.bylines = bylines;
        this.members = members;
    }

    List<BylineView> all(Staff staff) {
        var all = bylines.all(staff.circle());
        var cards = members.cards(
                staff.circle(),
                all.stream()
                        .map(Bylines.Byline::account)
                        .filter(Objects::nonNull)
                        .toList());
        return all.stream()
                .map(one -> new BylineView(
                        one.name(), one.posts(), one.account() == null ? null : cards.get(one.account())))
                .toList();
    }

    BylineView one(Staff staff, String name) {
        return all(staff).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("byline.unknown"));
    }

    /** Members by the beginning of an alias or a number; of these the ones that these staff may make an author. */
    List<MemberCard> search(Staff staff, String typed) {
        var wanted = typed.strip().replaceFirst("^[@#]", "");
        var found = new LinkedHashSet<>(
                members.named(staff.circle(), List.of(wanted)).values());
        found.addAll(wanted.isEmpty() ? List.of() : members.beginning(staff.circle(), wanted, MOST));
        return found.stream()
                .filter(card -> AssignByline.mayBe(staff, card))
                .limit(MOST)
                .toList();
    }
}
