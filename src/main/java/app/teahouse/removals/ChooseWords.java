package app.teahouse.removals;

import app.teahouse.comments.TakeComments;
import app.teahouse.content.TakePosts;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.log.CircleLog;
import app.teahouse.removals.Removal.OfWords;
import app.teahouse.removals.Removal.Words;
import app.teahouse.removals.Removal.WordsState;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff think again about the words of somebody they removed: hidden or deleted after all, or brought back. */
@Component
class ChooseWords {
    private final Removals removals;
    private final Above above;
    private final TakePosts takePosts;
    private final TakeComments takeComments;
    private final CircleLog log;
    private final Clock clock;

    ChooseWords(
            Removals removals,
            Above above,
            TakePosts takePosts,
            TakeComments takeComments,
            CircleLog log,
            Clock clock) {
        this.removals = removals;
        this.above = above;
        this.takePosts = takePosts;
        this.takeComments = takeComments;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Choosing what is chosen changes nothing.
     *
     * @throws Refusal {@code removal.unknown}, {@code role.not-above}, {@code removal.undone}, {@code removal.words-first},
     *     {@code removal.too-late}
     */
    @Transactional
    public void choose(Staff staff, RemovalId id, Words words) {
        var removal = removals.lock(staff.circle(), id);
        above.must(staff, removal);
        if (words == Words.KEEP) {
            bringBack(staff, removal);
        } else if (removal.ofWords().isAway()) {
            if (removal.ofWords().words() != words) {
                throw Refusal.conflict("removal.words-first");
            }
        } else {
            take(staff, removal, words);
        }
    }

    private void take(Staff staff, Removal removal, Words words) {
        if (removal.undoneAt() != null) {
            throw Refusal.conflict("removal.undone");
        }
        if (removal.ofWords().state() == WordsState.RETURNING) {
            throw Refusal.conflict("removal.words-first");
        }
        above.mustBeLast(removal);
        var delete = words == Words.DELETE;
        var total = takePosts.count(staff.circle(), removal.account(), delete)
                + takeComments.count(staff.circle(), removal.account(), delete);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        removals.words(removal, new OfWords(words, WordsState.TAKING, total, 0, staff.account(), now));
        note(staff, removal, delete ? "words_deleted" : "words_hidden", now);
    }

    /** The whole of it in the caller's transaction, as far as it was taken. */
    void bringBack(Staff staff, Removal removal) {
        var away = removal.ofWords();
        if (!away.isAway()) {
            return;
        }
        var now = clock.instant();
        if (isTooLate(away.at(), now)) {
            throw Refusal.conflict("removal.too-late");
        }
        removals.words(
                removal,
                new OfWords(away.words(), WordsState.RETURNING, away.total(), away.taken(), away.by(), away.at()));
        note(staff, removal, "words_returned", now);
    }

    private static boolean isTooLate(@Nullable Instant at, Instant now) {
        return at == null || now.isAfter(at.plus(Removal.TIME_TO_UNDO));
    }

    private void note(Staff staff, Removal removal, String kind, Instant now) {
        log.write(new CircleLog.Deed(staff.circle(), kind, staff.account(), removal.account(), "", "", now));
    }
}
