package app.teahouse.reports;

import app.teahouse.kernel.AccountId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A thing in a few words.
 *
 * @param key as it stands in addresses
 * @param author null where that account is gone, or nobody's name was given
 * @param title what it is called; empty where it has no title
 * @param excerpt the beginning of what was written
 * @param path where it stands, behind the circle's address
 * @param mending where its writer changes it, behind the circle's address, or null
 * @param state {@code shown}, {@code hidden} or {@code held}
 */
public record ThingView(
        String kind,
        UUID id,
        String key,
        @Nullable AccountId author,
        String title,
        String excerpt,
        String path,
        @Nullable String mending,
        String state) {}
