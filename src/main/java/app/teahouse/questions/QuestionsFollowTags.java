package app.teahouse.questions;

import app.teahouse.circles.ChangeQuestions;
import app.teahouse.kernel.Listener;
import app.teahouse.membertags.MemberTagEnded;
import org.springframework.stereotype.Component;

/** Choices give the tag that theirs was merged into, and none where it was dropped; so do answers of who is not in yet. */
@Component
class QuestionsFollowTags implements Listener<MemberTagEnded> {
    private final ChangeQuestions changeQuestions;
    private final AnswerRows rows;

    QuestionsFollowTags(ChangeQuestions changeQuestions, AnswerRows rows) {
        this.changeQuestions = changeQuestions;
        this.rows = rows;
    }

    @Override
    public Class<MemberTagEnded> event() {
        return MemberTagEnded.class;
    }

    @Override
    public void on(MemberTagEnded event) {
        var into = event.into();
        changeQuestions.follow(event.circle(), event.tag().value(), into == null ? null : into.value());
        rows.follow(event.circle(), event.tag(), into);
    }
}
