package app.teahouse.sheet;

import app.teahouse.guard.ClosedJson;
import app.teahouse.kernel.Db;
import app.teahouse.reactions.Tally;
import app.teahouse.roster.AuthorJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A post as programs read it; {@code html} is null for those who see its beginning only.
 *
 * @param withheld why its words are missing: {@code closed} to the reader for now, or {@code protected} from being carried away
 */
record PostJson(
        UUID id,
        @Nullable Long number,
        String url,
        String state,
        String title,
        @Nullable String html,
        String excerpt,
        AuthorJson author,
        @Nullable Instant publishedAt,
        @Nullable Instant publishAt,
        @Nullable Instant editedAt,
        int edits,
        List<String> tags,
        long comments,
        long reactions,
        Map<String, Long> reactionsByKind,
        @Nullable String myReaction,
        boolean pinned,
        boolean highlighted,
        @Nullable String highlightReason,
        boolean preview,
        @Nullable String hiddenReason,
        @Nullable String withheld,
        @Nullable ClosedJson closed) {

    static PostJson of(PostView view) {
        var taken = view.ruling().mayTake();
        return new PostJson(
                view.id().value(),
                view.number(),
                view.url(),
                Db.name(view.state()),
                view.title(),
                taken ? view.html() : null,
                !taken ? "" : view.html() == null ? view.teaser() : view.excerpt(),
                AuthorJson.of(view.author()),
                view.dates().published(),
                view.dates().publishAt(),
                view.dates().edited(),
                view.edits(),
                view.tags(),
                view.comments(),
                view.reactions(),
                view.tallies().stream().collect(Collectors.toMap(tally -> Db.name(tally.kind()), Tally::count)),
                view.mine() == null ? null : Db.name(view.mine()),
                view.pinned(),
                view.highlight() != null,
                view.highlight() == null ? null : view.highlight().why(),
                view.preview(),
                view.hiddenWhy(),
                view.ruling().withheld(),
                ClosedJson.of(view.ruling()));
    }
}
