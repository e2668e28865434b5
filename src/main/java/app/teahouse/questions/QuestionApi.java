package app.teahouse.questions;

import app.teahouse.circles.CircleTexts;
import app.teahouse.circles.Question;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Staff;
import app.teahouse.members.Members;
import app.teahouse.web.NoSurface;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is asked of who joins, and what members answered, for programs. */
@RestController
@RequestMapping("/api/v1/circles/{slug}")
class QuestionApi {
    private final CircleTexts texts;
    private final SetQuestions set;
    private final Answers answers;
    private final Members members;

    QuestionApi(CircleTexts texts, SetQuestions set, Answers answers, Members members) {
        this.texts = texts;
        this.set = set;
        this.answers = answers;
        this.members = members;
    }

    /** @param tags ids of the member tags that whoever chooses it is given */
    record ChoiceWithTagsJson(
            @Nullable String text, @Nullable List<UUID> tags) {}

    /**
     * @param kind {@code text}, {@code one} or {@code several}
     * @param required whether who stands at the door must answer
     * @param choices none for {@code text}
     */
    record QuestionWithTagsJson(
            @Nullable String text,
            @Nullable String kind,
            @Nullable Boolean required,
            @Nullable List<ChoiceWithTagsJson> choices) {

        static QuestionWithTagsJson of(Question asked) {
            return new QuestionWithTagsJson(
                    asked.text(),
                    Db.name(asked.kind()),
                    asked.required(),
                    asked.choices().stream()
                            .map(choice -> new ChoiceWithTagsJson(choice.text(), choice.tags()))
                            .toList());
        }

        Question question() {
            return new Question(
                    Objects.requireNonNullElse(text, ""),
                    QuestionForm.kind(Objects.requireNonNullElse(kind, "text")),
                    Boolean.TRUE.equals(required),
                    Objects.requireNonNullElse(choices, List.<ChoiceWithTagsJson>of()).stream()
                            .filter(Objects::nonNull)
                            .map(choice -> new Question.Choice(
                                    Objects.requireNonNullElse(choice.text(), ""),
                                    Objects.requireNonNullElse(choice.tags(), List.<UUID>of()).stream()
                                            .filter(Objects::nonNull)
                                            .toList()))
                            .toList());
        }
    }

    record QuestionListJson(@Nullable List<QuestionWithTagsJson> questions) {}

    @GetMapping("/questions")
    QuestionListJson questions(Partner partner) {
        return new QuestionListJson(texts.questions(partner.circle()).stream()
                .map(QuestionWithTagsJson::of)
                .toList());
    }

    /** All at once, in their order. */
    @PutMapping("/questions")
    QuestionListJson setQuestions(Partner partner, @RequestBody QuestionListJson wish) {
        set.all(
                partner,
                Objects.requireNonNullElse(wish.questions(), List.<QuestionWithTagsJson>of()).stream()
                        .filter(Objects::nonNull)
                        .map(QuestionWithTagsJson::question)
                        .toList());
        return questions(partner);
    }

    record PairJson(String question, String answer) {}

    /**
     * @param state {@code open}, {@code skipped}, {@code waiting} or {@code kept}
     * @param answers in the words of the day they were given; of several choices each on a line of its own
     */
    record AnsweredJson(String state, @Nullable Instant at, List<PairJson> answers) {

        static AnsweredJson of(@Nullable Answered answered) {
            return answered == null
                    ? new AnsweredJson("open", null, List.of())
                    : new AnsweredJson(
                            Db.name(answered.state()),
                            answered.at(),
                            answered.pairs().stream()
                                    .map(pair -> new PairJson(pair.question(), pair.answer()))
                                    .toList());
        }
    }

    /** What a member answered when they joined. */
    @GetMapping("/members/{number}/answers")
    AnsweredJson answersOf(Staff staff, @PathVariable String number) {
        var card = members.numbered(staff.circle(), number);
        return AnsweredJson.of(answers.of(staff.circle(), card.account()).orElse(null));
    }

    @GetMapping("/membership/answers")
    AnsweredJson mine(Member member) {
        return AnsweredJson.of(answers.of(member.circle(), member.account()).orElse(null));
    }

    /**
     * @param questions the words of the questions, one for each answer; without them answers come in the order of the questions
     * @param answers empty for none, and of several choices each on a line of its own
     */
    record AnswersJson(
            @Nullable List<String> questions, @Nullable List<String> answers) {}

    /** For who came in without being asked; once. */
    @PutMapping("/membership/answers")
    @NoSurface("Only the staff read it")
    AnsweredJson answer(Member member, @RequestBody AnswersJson wish) {
        answers.answer(member, Replies.of(wish.questions(), wish.answers()));
        return mine(member);
    }

    @PutMapping("/membership/answers/skipped")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @NoSurface("Says nothing to anybody")
    void skip(Member member) {
        answers.skip(member);
    }
}
