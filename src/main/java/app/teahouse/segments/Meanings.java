package app.teahouse.segments;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Role;
import app.teahouse.membertags.MemberTag;
import app.teahouse.membertags.MemberTagId;
import app.teahouse.membertags.MemberTags;
import app.teahouse.plans.Plan;
import app.teahouse.plans.PlanId;
import app.teahouse.plans.Plans;
import app.teahouse.segments.Condition.Fact;
import app.teahouse.segments.Condition.HasPlan;
import app.teahouse.segments.Condition.HasTag;
import app.teahouse.web.Words;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Knows what a circle's tags and plans are called, and says conditions as sentences. */
@Component
class Meanings {
    private final MemberTags tags;
    private final Plans plans;
    private final Words words;

    Meanings(MemberTags tags, Plans plans, Words words) {
        this.tags = tags;
        this.plans = plans;
        this.words = words;
    }

    Known of(CircleId circle) {
        var names = new LinkedHashMap<MemberTagId, MemberTag>();
        tags.all(circle).forEach(tag -> names.put(tag.id(), tag));
        var offers = new LinkedHashMap<PlanId, Plan>();
        plans.all(circle).forEach(plan -> offers.put(plan.id(), plan));
        return new Known(words, names, offers);
    }

    /** What there is in a circle now. */
    record Known(Words words, Map<MemberTagId, MemberTag> tags, Map<PlanId, Plan> plans) {

        /** Whether what a condition names is still there. */
        boolean has(Condition condition) {
            return switch (condition) {
                case HasTag tag -> tags.containsKey(tag.tag());
                case HasPlan plan -> plans.containsKey(plan.plan());
                default -> true;
            };
        }

        SegmentView.Said say(Condition condition, Locale locale) {
            var fact = condition.fact();
            var not = condition.not() ? "not" : "is";
            var sentence = fact.isTime() || fact.isAmount()
                    ? words.say(
                            locale,
                            "segments.said." + fact.key() + "." + not,
                            "count",
                            Integer.parseInt(condition.value()))
                    : words.say(locale, "segments.said." + fact.key() + "." + not, "name", name(condition, locale));
            return new SegmentView.Said(sentence, !has(condition));
        }

        /** All of it in one line, such as “All of: seen in the last 14 days · wrote nothing for 30 days”. */
        String say(Filter filter, Locale locale) {
            return words.say(locale, "segments.join." + Db.name(filter.join())) + " "
                    + filter.conditions().stream()
                            .map(condition -> say(condition, locale).sentence())
                            .collect(Collectors.joining(" · "));
        }

        private String name(Condition condition, Locale locale) {
            return choices(condition.fact(), locale)
                    .getOrDefault(condition.value(), words.say(locale, "segments.gone"));
        }

        /** What may stand in a condition, and how it is called; nothing where a number stands there. */
        Map<String, String> choices(Fact fact, Locale locale) {
            var choices = new LinkedHashMap<String, String>();
            switch (fact) {
                case ROLE ->
                    Arrays.stream(Role.values())
                            .map(Db::name)
                            .forEach(role -> choices.put(role, words.say(locale, "web.role." + role)));
                case TAG -> tags.values().forEach(tag -> choices.put(tag.key(), tag.name()));
                case PLAN -> plans.values().forEach(plan -> choices.put(Ids.text(plan.id()), plan.name()));
                case TIME ->
                    Arrays.stream(Condition.Time.values())
                            .forEach(time -> choices.put(time.key(), words.say(locale, "segments.time." + time.key())));
                case GRADE ->
                    Arrays.stream(Grade.values())
                            .forEach(grade ->
                                    choices.put(grade.key(), words.say(locale, "segments.grade." + grade.key())));
                default -> {}
            }
            return choices;
        }
    }
}
