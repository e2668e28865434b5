package app.teahouse.web;

import org.jspecify.annotations.Nullable;

/**
 * The site as every page shows it.
 *
 * @param footer a line such as an ICP number, or null
 * @param reports the address for reports, or null
 */
public record SiteFace(
        String name,
        @Nullable String logo,
        @Nullable String footer,
        @Nullable String reports,
        boolean hasTerms,
        boolean hasPrivacy) {

    /** Where the face comes from: room {@code site} keeps it. */
    public interface Source {
        SiteFace face();
    }
}
