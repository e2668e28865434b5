package app.teahouse.formats;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A comment of elsewhere.
 *
 * @param key its place below its post
 * @param answers the key of the comment it answers, which stands before it
 * @param at null where nothing, or nothing readable, is said
 */
record Remark(
        String key,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String answers,
        String author,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant at,
        String markdown) {}
