package app.teahouse.comments;

import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Surface;
import app.teahouse.sheet.Beneath;
import app.teahouse.sheet.PostView;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows the comments below their post, and where to write one. */
@Component
@Order(10)
class BelowPost implements Beneath {
    private final CommentList list;
    private final Templates templates;

    BelowPost(CommentList list, Templates templates) {
        this.list = list;
        this.templates = templates;
    }

    @Override
    public JteModel below(Frame frame, Onlooker onlooker, PostView post, Map<String, String> asked) {
        var form = Form.blank(frame, "form", Ids.text(new CommentId(Ids.next())));
        return templates.commentsComments(frame, view(onlooker, post, asked), form);
    }

    private CommentsView view(Onlooker onlooker, PostView post, Map<String, String> asked) {
        var after = CommentList.Place.of(asked.get("after"));
        var comments = list.read(onlooker, post.id(), after, CommentList.SIZE);
        var wished = asked.get("comment");
        if (wished != null && comments.next() != null && !holds(comments, wished)) {
            after = list.before(onlooker, post.id(), new CommentId(Ids.parse(wished)))
                    .orElse(after);
            comments = list.read(onlooker, post.id(), after, CommentList.SIZE);
        }
        var member = onlooker.member().orElse(null);
        return new CommentsView(
                post.url(),
                post.id(),
                post.comments(),
                threads(comments.items()),
                comments.next() == null ? null : post.url() + "?after=" + comments.next() + "#comments",
                after.equals(CommentList.Place.START),
                member != null,
                may(member, post),
                post.isShown(),
                onlooker.face().archived());
    }

    private static boolean may(@Nullable Member member, PostView post) {
        return member != null
                && post.isShown()
                && !member.face().archived()
                && member.standing().maySpeak(Surface.COMMENT);
    }

    private static boolean holds(Cursor<CommentView> comments, String wished) {
        return comments.items().stream().anyMatch(comment -> comment.key().equals(wished));
    }

    private static List<CommentsView.Branch> threads(List<CommentView> comments) {
        var threads = new ArrayList<CommentsView.Branch>();
        for (var comment : comments) {
            var last = threads.isEmpty() ? null : threads.getLast();
            if (last != null && Objects.equals(last.first().thread(), comment.thread())) {
                last.replies().add(comment);
            } else {
                threads.add(new CommentsView.Branch(comment, new ArrayList<>()));
            }
        }
        return threads;
    }
}
