package app.teahouse.membertags;

import app.teahouse.kernel.Member;
import app.teahouse.members.MemberCard;
import app.teahouse.roster.SheetPart;
import app.teahouse.web.Frame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** On a member's page: for staff all tags, to give and to take; for the member, where the circle allows it, their expertise, to suggest. */
@Component
class TagsOnSheet implements SheetPart {
    private final Templates templates;
    private final MemberTags tags;

    TagsOnSheet(Templates templates, MemberTags tags) {
        this.templates = templates;
        this.tags = tags;
    }

    @Override
    public Optional<JteModel> of(Member reader, MemberCard card, Frame frame) {
        if (reader.isStaff()) {
            var worn = of(reader, card, Worn.State.WORN);
            return Optional.of(
                    templates.membertagsSheet(frame, reader.face(), card, worn, others(reader, worn, List.of())));
        }
        if (!card.account().equals(reader.account()) || !tags.isOwnToSee(reader.circle())) {
            return Optional.empty();
        }
        var own = tags.of(reader.circle(), reader.account()).stream()
                .filter(worn -> worn.tag().grouping() == Grouping.EXPERTISE)
                .toList();
        var worn = own.stream().filter(one -> one.state() == Worn.State.WORN).toList();
        var asked = own.stream().filter(one -> one.state() != Worn.State.WORN).toList();
        var open = others(reader, own, List.of(Grouping.EXPERTISE));
        return Optional.of(templates.membertagsMine(frame, reader.face(), worn, asked, open));
    }

    private List<Worn> of(Member reader, MemberCard card, Worn.State state) {
        return tags.of(reader.circle(), card.account()).stream()
                .filter(worn -> worn.state() == state)
                .toList();
    }

    /** What could be added; of some groups only, if any are named. */
    private List<MemberTag> others(Member reader, List<Worn> worn, List<Grouping> groups) {
        var had = worn.stream().map(one -> one.tag().id()).collect(Collectors.toSet());
        return tags.all(reader.circle()).stream()
                .filter(tag -> !had.contains(tag.id()) && (groups.isEmpty() || groups.contains(tag.grouping())))
                .toList();
    }
}
