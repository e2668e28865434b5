package app.teahouse.questions;

import app.teahouse.circles.ChangeQuestions;
import app.teahouse.circles.Question;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.membertags.MemberTags;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The owner and partners set what is asked, one by one or all together. A question has no name but its place and its words: who changes one
 * says which words they saw, so that nobody changes another that came to its place meanwhile.
 */
@Component
public class SetQuestions {
    private final ChangeQuestions changeQuestions;
    private final MemberTags tags;

    SetQuestions(ChangeQuestions changeQuestions, MemberTags tags) {
        this.changeQuestions = changeQuestions;
        this.tags = tags;
    }

    /** @param words that somebody saw there */
    public record Place(int number, String words) {
        int in(List<Question> all) {
            if (number < 1 || number > all.size() || !all.get(number - 1).text().equals(words)) {
                throw Refusal.conflict("question.moved");
            }
            return number - 1;
        }
    }

    /** @throws Refusal {@code circle.too-many-questions}, {@code member-tag.unknown} and what is wrong with a question */
    @Transactional
    public void all(Partner partner, List<Question> wished) {
        changeQuestions.change(partner, _ -> known(partner, wished));
    }

    /** Asked where the circle is held: a tag that is dropped meanwhile takes itself out of the choices that wait for it. */
    private List<Question> known(Partner partner, List<Question> wished) {
        var named = wished.stream()
                .limit(ChangeQuestions.MOST)
                .flatMap(question -> question.choices().stream())
                .flatMap(choice -> choice.tags().stream())
                .toList();
        if (!named.isEmpty()) {
            var live = tags.all(partner.circle()).stream()
                    .map(tag -> tag.id().value())
                    .collect(Collectors.toSet());
            new Faults()
                    .require(live.containsAll(named), "choices", "member-tag.unknown")
                    .refuse();
        }
        return wished;
    }

    @Transactional
    public void add(Partner partner, Question wished) {
        changeQuestions.change(partner, all -> {
            var more = new ArrayList<>(all);
            more.addAll(known(partner, List.of(wished)));
            return more;
        });
    }

    /** @throws Refusal {@code question.moved} */
    @Transactional
    public void change(Partner partner, Place place, Question wished) {
        changeQuestions.change(partner, all -> {
            var after = new ArrayList<>(all);
            after.set(place.in(all), wished);
            known(partner, List.of(wished));
            return after;
        });
    }

    /** Before the one above it, or after the one below; the first and the last stay. */
    @Transactional
    public void move(Partner partner, Place place, boolean up) {
        changeQuestions.change(partner, all -> {
            var after = new ArrayList<>(all);
            var at = place.in(all);
            var to = Math.clamp(up ? at - 1 : at + 1, 0, all.size() - 1);
            Collections.swap(after, at, to);
            return after;
        });
    }

    @Transactional
    public void remove(Partner partner, Place place) {
        changeQuestions.change(partner, all -> {
            var after = new ArrayList<>(all);
            after.remove(place.in(all));
            return after;
        });
    }
}
