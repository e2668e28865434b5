package app.teahouse.content;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A post that waits for its moment, or is held for the staff, as its author sees it in a list. */
public record WaitingPost(String url, String name, @Nullable Instant publishAt, boolean held) {}
