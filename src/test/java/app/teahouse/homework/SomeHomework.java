package app.teahouse.homework;

import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Surface;
import app.teahouse.members.SomeCircles;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tasks and answers for tests, each new. */
@Component
public class SomeHomework {
    static final Terms OPEN = new Terms(null, 0, 3, Peers.AFTER, Scale.FIVE);

    private final SomeCircles circles;
    private final AskForHomework askForHomework;
    private final HandInHomework handInHomework;
    private final GradeHomework gradeHomework;

    SomeHomework(
            SomeCircles circles,
            AskForHomework askForHomework,
            HandInHomework handInHomework,
            GradeHomework gradeHomework) {
        this.circles = circles;
        this.askForHomework = askForHomework;
        this.handInHomework = handInHomework;
        this.gradeHomework = gradeHomework;
    }

    /** A task without a deadline, on five grades, for peers after their own. Answers its number. */
    public long task(Owner owner) {
        return task(owner, OPEN);
    }

    public long task(Owner owner, Terms terms, Long... reviewers) {
        return askForHomework.begin(
                circles.speaker(owner.member(), Surface.POST),
                new AskForHomework.Asked(SomePosts.newId(), "Brew a pot", "Say how it went.", null),
                terms,
                List.of(reviewers));
    }

    /** What is asked of a post from now on. */
    void askAgain(Owner owner, long task, Terms terms) {
        askForHomework.ask(circles.speaker(owner.member(), Surface.POST), task, terms, List.of());
    }

    static Terms due(LocalDate day, int graceHours) {
        return new Terms(day, graceHours, 3, Peers.AFTER, Scale.PASS);
    }

    public HandInHomework.HandedIn handIn(Member member, long task, String words) {
        return handIn(member, task, words, 0);
    }

    public HandInHomework.HandedIn handIn(Member member, long task, String words, int seen) {
        return handInHomework.handIn(circles.speaker(member, Surface.HOMEWORK), task, words, seen);
    }

    void grade(Member reviewer, long post, String grade, int version, @Nullable UUID seen) {
        gradeHomework.grade(
                circles.speaker(reviewer, Surface.COMMENT),
                post,
                new GradeHomework.Asked(grade, "Warm the cup.", version, seen));
    }
}
