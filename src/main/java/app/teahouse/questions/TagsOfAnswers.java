package app.teahouse.questions;

import app.teahouse.kernel.Listener;
import app.teahouse.members.MemberJoined;
import org.springframework.stereotype.Component;

/** Whoever answered at the door has the tags of their choices as soon as they are in. */
@Component
class TagsOfAnswers implements Listener<MemberJoined> {
    private final Answers answers;

    TagsOfAnswers(Answers answers) {
        this.answers = answers;
    }

    @Override
    public Class<MemberJoined> event() {
        return MemberJoined.class;
    }

    @Override
    public void on(MemberJoined event) {
        answers.settle(event.circle(), event.account());
    }
}
