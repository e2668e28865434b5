package app.teahouse.welcome;

import app.teahouse.comments.CommentWritten;
import app.teahouse.kernel.Listener;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * A newcomer commented: below the post set for introductions that introduces them, elsewhere it is their first comment, if the post is not
 * their own. And whoever comments on an introduction, or answers it, has answered its newcomer.
 */
@Component
class HearFirstComments implements Listener<CommentWritten> {
    private final KeepNewcomers keep;
    private final Settings settings;

    HearFirstComments(KeepNewcomers keep, Settings settings) {
        this.keep = keep;
        this.settings = settings;
    }

    @Override
    public Class<CommentWritten> event() {
        return CommentWritten.class;
    }

    @Override
    public void on(CommentWritten event) {
        var place = settings.of(event.circle()).introduceAt();
        var isIntroduction = place != null && place == event.number() && event.replyAuthor() == null;
        if (isIntroduction) {
            keep.introduced(event.circle(), event.author(), event.number(), event.at());
        } else if (!event.author().equals(event.postAuthor())) {
            keep.commented(event.circle(), event.author(), event.at());
        }
        answer(event);
    }

    private void answer(CommentWritten event) {
        var answered = event.replyAuthor() == null ? event.postAuthor() : event.replyAuthor();
        if (answered != null && !Objects.equals(answered, event.author())) {
            keep.answered(event.circle(), answered, event.number(), event.at());
        }
    }
}
