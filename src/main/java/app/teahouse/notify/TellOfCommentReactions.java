package app.teahouse.notify;

import app.teahouse.comments.CommentReacted;
import app.teahouse.kernel.Listener;
import org.springframework.stereotype.Component;

/** Tells a member that somebody reacted to their comment. */
@Component
class TellOfCommentReactions implements Listener<CommentReacted> {
    private final GatherReaction gatherReaction;

    TellOfCommentReactions(GatherReaction gatherReaction) {
        this.gatherReaction = gatherReaction;
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
        gatherReaction.gather(news, event.author());
    }
}
