package app.teahouse.membertags;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.Listener;
import app.teahouse.members.MemberJoined;
import app.teahouse.reservations.MemberNotes;
import app.teahouse.reservations.NotesOnMembers;
import app.teahouse.web.Words;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Whoever takes the place that a list held for them has the tags that stand beside their name there. */
@Component
class TagsOfList implements Listener<MemberJoined> {
    /** More beside one name are no tags. */
    private static final int MOST = 20;

    private final NotesOnMembers notes;
    private final ArrangeMemberTags arrange;
    private final GiveTags giveTags;
    private final Circles circles;
    private final Words words;

    TagsOfList(NotesOnMembers notes, ArrangeMemberTags arrange, GiveTags giveTags, Circles circles, Words words) {
        this.notes = notes;
        this.arrange = arrange;
        this.giveTags = giveTags;
        this.circles = circles;
        this.words = words;
    }

    @Override
    public Class<MemberJoined> event() {
        return MemberJoined.class;
    }

    @Override
    public void on(MemberJoined event) {
        var names =
                notes.of(event.circle(), event.account()).map(MemberNotes::tags).orElse(List.of());
        if (names.isEmpty()) {
            return;
        }
        var language = circles.byId(event.circle()).map(Circle::language).orElse(Locale.ENGLISH);
        var heading = words.say(language, "membertags.of-list");
        names.stream()
                .limit(MOST)
                .flatMap(name -> arrange.named(event.circle(), heading, name).stream())
                .distinct()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .forEach(tag -> give(event, tag));
    }

    private void give(MemberJoined event, MemberTagId tag) {
        giveTags.giveFromList(event.circle(), tag, List.of(event.account()));
    }
}
