package app.teahouse.letters;

import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter as programs see it.
 *
 * @param member the number of its member, or null where that account is gone
 * @param matter {@code mute}, {@code refund}, {@code removal} or {@code other}
 * @param about the id of the ruling or the order, or null
 * @param subject empty where the matter says it
 * @param state {@code open} or {@code closed}
 * @param waits {@code staff} or {@code member}: whose turn it is
 */
record LetterJson(
        String id,
        @Nullable Long member,
        String matter,
        @Nullable String about,
        String subject,
        String state,
        String waits,
        Instant openedAt,
        Instant lastAt,
        @Nullable Instant closedAt) {

    static LetterJson of(LetterView view) {
        var letter = view.letter();
        return new LetterJson(
                view.key(),
                view.member() == null ? null : view.member().number(),
                view.matter(),
                key(letter.about()),
                letter.subject(),
                Db.name(letter.state()),
                Db.name(letter.waits()),
                letter.openedAt(),
                letter.lastAt(),
                letter.closedAt());
    }

    private static @Nullable String key(@Nullable UUID id) {
        return id == null ? null : Ids.text(new LetterId(id));
    }

    record PageJson(List<LetterJson> items, @Nullable String next) {
        static PageJson of(Cursor<LetterView> page) {
            return new PageJson(page.items().stream().map(LetterJson::of).toList(), page.next());
        }
    }

    /**
     * @param author the number of who wrote it, or null where that account is gone
     * @param staff whether it was written for the circle
     */
    record LineJson(String id, @Nullable Long author, boolean staff, String text, Instant madeAt) {}

    /**
     * A letter with its lines, the oldest first.
     *
     * @param earlier what to ask for the lines before these with, or null
     */
    record ThreadJson(
            LetterJson letter,
            List<LineJson> lines,
            @Nullable String earlier) {

        static ThreadJson of(LetterThread thread) {
            return new ThreadJson(
                    LetterJson.of(thread.view()),
                    thread.lines().stream()
                            .map(view -> new LineJson(
                                    view.key(),
                                    view.author() == null ? null : view.author().number(),
                                    view.line().staff(),
                                    view.line().text(),
                                    view.line().madeAt()))
                            .toList(),
                    thread.earlier());
        }
    }

    /** What somebody writes. */
    record TextJson(@Nullable String text) {}
}
