package app.teahouse.speaking;

import app.teahouse.kernel.Surface;
import java.util.Arrays;
import java.util.List;

/** Surfaces that are often named together (rules.md R9). {@code CHOSEN} stands for those somebody picked one by one. */
public enum Preset {
    /** Nothing is written at all. */
    EVERYTHING,
    /** No posts; all else as before. */
    POSTS,
    /** Comments are all that is left. */
    ALL_BUT_COMMENTS,
    /** For a newcomer one does not know yet: comments, reactions and homework, and nothing that is easily an advertisement. */
    NEWCOMER,
    CHOSEN;

    /** Empty for {@link #CHOSEN}. */
    public List<Surface> surfaces() {
        return switch (this) {
            case EVERYTHING -> List.of(Surface.values());
            case POSTS -> List.of(Surface.POST);
            case ALL_BUT_COMMENTS ->
                Arrays.stream(Surface.values())
                        .filter(surface -> surface != Surface.COMMENT)
                        .toList();
            case NEWCOMER -> List.of(Surface.POST, Surface.UPLOAD, Surface.INVITE, Surface.PROFILE);
            case CHOSEN -> List.of();
        };
    }
}
