package app.teahouse.content;

import app.teahouse.kernel.Member;
import java.util.List;

/**
 * Where the form for a post leads.
 *
 * @param isNew whether nothing has been published or scheduled yet
 * @param schedulable whether the moment of publication can be chosen
 * @param back where "cancel" leads
 * @param waiting what of the writer's waits for its moment already
 */
public record WriteView(
        String action,
        String draft,
        String preview,
        String mentions,
        String upload,
        boolean isNew,
        boolean schedulable,
        String back,
        List<WaitingPost> waiting) {

    static WriteView ofNew(Member member, List<WaitingPost> waiting) {
        var circle = "/c/" + member.face().slug();
        return of(circle, circle + "/write", circle + "/write/draft", true, circle)
                .with(true, waiting);
    }

    static WriteView ofEdit(Member member, String post, PostBody.Words words) {
        var circle = "/c/" + member.face().slug();
        var url = circle + "/p/" + post;
        return of(circle, url + "/edit", url + "/draft", false, url).with(words.publishAt() != null, List.of());
    }

    private static WriteView of(String circle, String action, String draft, boolean isNew, String back) {
        return new WriteView(
                action,
                draft,
                circle + "/write/preview",
                circle + "/mentions",
                circle + "/files",
                isNew,
                false,
                back,
                List.of());
    }

    private WriteView with(boolean canWait, List<WaitingPost> others) {
        return new WriteView(action, draft, preview, mentions, upload, isNew, canWait, back, others);
    }
}
