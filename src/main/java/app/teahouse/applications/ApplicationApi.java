package app.teahouse.applications;

import app.teahouse.circles.Question;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Staff;
import app.teahouse.questions.Replies;
import app.teahouse.web.NoSurface;
import app.teahouse.web.WhileHalted;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A circle as one sees it from outside, the ways in, and the staff's decisions, for programs. */
@RestController
@RequestMapping("/api/v1/circles/{slug}")
class ApplicationApi {
    private final AboutSheet aboutSheet;
    private final JoinCircle joinCircle;
    private final WithdrawApplication withdrawApplication;
    private final ApplicationQueue queue;
    private final DecideApplications decideApplications;

    ApplicationApi(
            AboutSheet aboutSheet,
            JoinCircle joinCircle,
            WithdrawApplication withdrawApplication,
            ApplicationQueue queue,
            DecideApplications decideApplications) {
        this.aboutSheet = aboutSheet;
        this.joinCircle = joinCircle;
        this.withdrawApplication = withdrawApplication;
        this.queue = queue;
        this.decideApplications = decideApplications;
    }

    record StaffJson(long number, String alias, @Nullable String picture, String role) {}

    record MineJson(
            boolean waiting, Instant madeAt, @Nullable String reason) {}

    /**
     * What is asked of who joins.
     *
     * @param kind {@code text}, {@code one} or {@code several}
     * @param choices empty where one writes
     */
    record QuestionJson(String text, String kind, boolean required, List<String> choices) {
        static QuestionJson of(Question asked) {
            return new QuestionJson(
                    asked.text(),
                    Db.name(asked.kind()),
                    asked.required(),
                    asked.choices().stream().map(Question.Choice::text).toList());
        }
    }

    /** The about page, and as whom it is read. */
    record CircleJson(
            UUID id,
            String slug,
            String url,
            String name,
            String promise,
            String colour,
            @Nullable String cover,
            String language,
            String zone,
            String joinMode,
            boolean publicReading,
            boolean archived,
            String aboutHtml,
            @Nullable String rulesHtml,
            List<QuestionJson> questions,
            List<StaffJson> staff,
            long members,
            long posts,
            String reader,
            @Nullable MineJson application) {

        static CircleJson of(AboutView view) {
            var face = view.face();
            var mine = view.mine();
            return new CircleJson(
                    face.id().value(),
                    face.slug(),
                    "/c/" + face.slug(),
                    face.name(),
                    face.promise(),
                    face.colour(),
                    face.cover(),
                    face.language().toLanguageTag(),
                    face.zone().getId(),
                    Db.name(view.joinMode()),
                    face.publicReading(),
                    face.archived(),
                    view.html(),
                    view.rulesHtml(),
                    view.questions().stream().map(QuestionJson::of).toList(),
                    view.staff().stream()
                            .map(one -> new StaffJson(one.number(), one.alias(), one.picture(), Db.name(one.role())))
                            .toList(),
                    view.members(),
                    view.posts(),
                    Db.name(view.reader()),
                    mine == null ? null : new MineJson(mine.waiting(), mine.madeAt(), mine.reason()));
        }
    }

    @GetMapping
    CircleJson about(Onlooker onlooker) {
        return CircleJson.of(aboutSheet.of(onlooker));
    }

    /**
     * @param questions the words of the questions, one for each answer; without them answers come in the order of the questions
     * @param answers empty for none, and of several choices each on a line of its own
     */
    record JoinJson(
            @Nullable List<String> questions,
            @Nullable List<String> answers,
            @Nullable String password) {}

    /** {@code joined} or {@code awaiting-approval}. */
    record OutcomeJson(String outcome) {

        static OutcomeJson of(JoinOutcome outcome) {
            return switch (outcome) {
                case JoinOutcome.Joined() -> new OutcomeJson("joined");
                case JoinOutcome.AwaitingApproval() -> new OutcomeJson("awaiting-approval");
            };
        }
    }

    @PostMapping("/membership")
    @NoSurface("Who joins does not speak yet")
    @ResponseStatus(HttpStatus.CREATED)
    OutcomeJson join(Onlooker onlooker, Person person, @RequestBody JoinJson wish) {
        return OutcomeJson.of(
                joinCircle.join(onlooker, new JoinText(Replies.of(wish.questions(), wish.answers()), wish.password())));
    }

    /** Takes one's own waiting application back; without one it changes nothing. */
    @DeleteMapping("/application")
    @NoSurface("Taking back an application says nothing to members")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @WhileHalted
    void withdraw(Onlooker onlooker, Person person) {
        withdrawApplication.withdraw(onlooker.circle(), person.account());
    }

    record AnswerJson(String question, String answer) {}

    record WaitingJson(
            UUID id,
            String name,
            @Nullable String picture,
            List<AnswerJson> answers,
            boolean wasRemoved,
            Instant madeAt) {}

    record WaitingListJson(
            List<WaitingJson> items, @Nullable String next) {}

    /** The oldest first. */
    @GetMapping("/applications")
    WaitingListJson waiting(
            Staff staff,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        var page = queue.waiting(staff, after, Math.clamp(limit, 1, 100));
        return new WaitingListJson(
                page.items().stream()
                        .map(one -> new WaitingJson(
                                Ids.parse(one.id()),
                                one.name(),
                                one.picture(),
                                one.answers().stream()
                                        .map(answer -> new AnswerJson(answer.question(), answer.answer()))
                                        .toList(),
                                one.wasRemoved(),
                                one.madeAt()))
                        .toList(),
                page.next());
    }

    /** @param approve whether they come in; else they are declined, with a reason they read */
    record DecisionJson(
            @Nullable List<UUID> ids,
            @Nullable Boolean approve,
            @Nullable String reason) {}

    record DecidedJson(int decided) {}

    /** Answers how many this decided: somebody else may have been first. */
    @PostMapping("/applications/decisions")
    DecidedJson decide(Staff staff, @RequestBody DecisionJson wish) {
        var ids = Objects.requireNonNullElse(wish.ids(), List.<UUID>of()).stream()
                .map(ApplicationId::new)
                .toList();
        return new DecidedJson(
                Boolean.TRUE.equals(wish.approve())
                        ? decideApplications.approve(staff, ids)
                        : decideApplications.decline(staff, ids, Objects.requireNonNullElse(wish.reason(), "")));
    }
}
