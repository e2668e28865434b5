package app.teahouse.settings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a person has told of themselves, as they see it. */
public record ProfileView(
        String name,
        String about,
        @Nullable String picture,
        @Nullable String locale,
        String zone,
        @Nullable String email,
        boolean verified,
        Instant since) {}
