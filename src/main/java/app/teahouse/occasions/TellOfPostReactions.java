package app.teahouse.occasions;

import app.teahouse.content.PostReacted;
import app.teahouse.kernel.Listener;
import app.teahouse.notify.DropReaction;
import app.teahouse.notify.GatherReaction;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import org.springframework.stereotype.Component;

/** Tells an author that somebody reacted to their post, and takes it out again where it was taken back. */
@Component
class TellOfPostReactions implements Listener<PostReacted> {
    private final GatherReaction gatherReaction;
    private final DropReaction dropReaction;

    TellOfPostReactions(GatherReaction gatherReaction, DropReaction dropReaction) {
        this.gatherReaction = gatherReaction;
        this.dropReaction = dropReaction;
    }

    @Override
    public Class<PostReacted> event() {
        return PostReacted.class;
    }

    @Override
    public void on(PostReacted event) {
        if (event.author() == null) {
            return;
        }
        var news = new News(
                event.circle(),
                NoticeKind.REACTION,
                "post:" + event.number(),
                event.number(),
                null,
                event.by(),
                event.alias(),
                event.title(),
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
