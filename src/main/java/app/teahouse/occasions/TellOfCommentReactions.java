package app.teahouse.occasions;

import app.teahouse.comments.CommentReacted;
import app.teahouse.kernel.Listener;
import app.teahouse.notify.DropReaction;
import app.teahouse.notify.GatherReaction;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import org.springframework.stereotype.Component;

/** Tells a member that somebody reacted to their comment, and takes it out again where it was taken back. */
@Component
class TellOfCommentReactions implements Listener<CommentReacted> {
    private final GatherReaction gatherReaction;
    private final DropReaction dropReaction;

    TellOfCommentReactions(GatherReaction gatherReaction, DropReaction dropReaction) {
        this.gatherReaction = gatherReaction;
        this.dropReaction = dropReaction;
    }

    @Override
    public Class<CommentReacted> event() {
        return CommentReacted.class;
    }

    @Override
    public void on(CommentReacted event) {
        var news = new News(
                event.circle(),
                NoticeKind.REACTION,
                "comment:" + event.comment().value(),
                event.number(),
                event.comment().value(),
                event.by(),
                event.alias(),
                "",
                event.excerpt(),
                event.kind(),
                event.at());
        if (event.given()) {
            gatherReaction.gather(news, event.author());
        } else {
            dropReaction.drop(news, event.author());
        }
    }
}
