package app.teahouse.site;

import app.teahouse.web.SiteFace;
import org.jspecify.annotations.Nullable;

/**
 * The site as its operator set it: an immutable snapshot.
 *
 * @param logo the address of a picture on this site, or null
 * @param founders who may found circles
 * @param listingApproval whether a new circle waits until the operator lets it into discovery
 * @param terms the terms in Markdown, or empty
 * @param footer a line such as an ICP number, or null
 * @param reports the address for reports, or null
 */
public record Setting(
        String name,
        @Nullable String logo,
        Founders founders,
        boolean listingApproval,
        String terms,
        String termsHtml,
        String privacy,
        String privacyHtml,
        @Nullable String footer,
        @Nullable String reports) {

    static final Setting AT_FIRST = new Setting("Teahouse", null, Founders.EVERYONE, false, "", "", "", "", null, null);

    public enum Founders {
        /** Everybody who may write. */
        EVERYONE,
        /** Who has really confirmed an address, also while the site can send no mail. */
        VERIFIED,
        /** Whom the operator permitted. */
        PERMITTED
    }

    SiteFace face() {
        return new SiteFace(name, logo, footer, reports, !terms.isBlank(), !privacy.isBlank());
    }
}
