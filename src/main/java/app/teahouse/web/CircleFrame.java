package app.teahouse.web;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Standing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The circle a page belongs to: its header, and the tabs this reader has.
 *
 * @param manage the parts of Manage, for staff
 * @param openUntil until when an operator who is no member reads here
 */
public record CircleFrame(
        Face face, @Nullable Standing standing, @Nullable Instant openUntil, List<TabView> tabs, List<Part> manage) {

    public record TabView(String key, String url, boolean active) {}

    /** A part of Manage with the entries that this reader has in it: at least one. */
    public record Part(String key, String icon, List<TabView> entries) {

        /** Its first page. */
        public String url() {
            return entries.getFirst().url();
        }

        public boolean active() {
            return entries.stream().anyMatch(TabView::active);
        }
    }

    public @Nullable Role role() {
        return standing == null ? null : standing.role();
    }

    public boolean isStaff() {
        return standing != null && standing.role().isStaff();
    }

    /** Whether the reader does not wish to see what this account says here: it stands folded. Known with the membership, so asking costs nothing. */
    public boolean folds(@Nullable AccountId author) {
        return standing != null && author != null && standing.blocked().contains(author);
    }

    public boolean isMember() {
        return standing != null;
    }

    public String url() {
        return "/c/" + face.slug();
    }

    /** Whether this page is one of Manage's. */
    public boolean managing() {
        return manage.stream().anyMatch(Part::active);
    }

    public long unread() {
        return standing == null ? 0 : standing.unread();
    }
}
