package app.teahouse.content;

import app.teahouse.kernel.Member;

/**
 * Where the form for a post leads.
 *
 * @param isNew whether nothing has been published or scheduled yet
 * @param schedulable whether the moment of publication can be chosen
 * @param back where "cancel" leads
 */
public record WriteView(
        String action,
        String draft,
        String preview,
        String mentions,
        String upload,
        boolean isNew,
        boolean schedulable,
        String back) {

    static WriteView ofNew(Member member) {
        var circle = "/c/" + member.face().slug();
        return of(circle, circle + "/write", circle + "/write/draft", true, true, circle);
    }

    static WriteView ofEdit(Member member, String post, PostBody.Words words) {
        var circle = "/c/" + member.face().slug();
        var url = circle + "/p/" + post;
        return of(circle, url + "/edit", url + "/draft", false, words.publishAt() != null, url);
    }

    private static WriteView of(
            String circle, String action, String draft, boolean isNew, boolean schedulable, String back) {
        return new WriteView(
                action,
                draft,
                circle + "/write/preview",
                circle + "/mentions",
                circle + "/files",
                isNew,
                schedulable,
                back);
    }
}
