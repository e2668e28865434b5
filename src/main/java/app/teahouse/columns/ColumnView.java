package app.teahouse.columns;

import app.teahouse.guard.Closed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column on its own page.
 *
 * @param opening when its parts open
 * @param tier from which tier on it is open, or null where it is for all members
 * @param reached whether this reader's plan opens it
 * @param sections in their order; the first holds what stands before all sections, and may be empty
 * @param lastDone when this reader last got something done here
 */
public record ColumnView(
        ColumnFace face,
        Opening opening,
        @Nullable TierView tier,
        boolean reached,
        List<SectionView> sections,
        @Nullable Instant lastDone) {

    public List<ItemView> items() {
        return sections.stream().flatMap(section -> section.items().stream()).toList();
    }

    /** What comes next for a reader to whom nothing is open that is not done: the first part that is still closed. */
    public Optional<ItemView> awaited() {
        return items().stream()
                .filter(item -> item.closed() != null && item.closed().reason() != Closed.Reason.TIER && !item.done())
                .findFirst();
    }

    public int done() {
        return (int) items().stream().filter(ItemView::done).count();
    }

    public int unread() {
        return (int) items().stream().filter(ItemView::unread).count();
    }

    public int minutes() {
        return items().stream().mapToInt(ItemView::minutes).sum();
    }

    public boolean finished() {
        return face.course() && !items().isEmpty() && done() == items().size();
    }

    /** Where to go on: the first part that is not done; in a column that is no course, the first that is not read to its end. */
    public Optional<ItemView> next() {
        return items().stream()
                .filter(item -> item.open() && !(face.course() ? item.done() : item.isRead()))
                .findFirst();
    }
}
