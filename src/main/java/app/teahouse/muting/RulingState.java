package app.teahouse.muting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said about one member.
 *
 * @param mute in force, or null, as is {@code grant}
 * @param past what holds no more, the newest first
 */
public record RulingState(
        @Nullable RulingView mute, @Nullable RulingView grant, List<RulingView> past) {}
