package app.teahouse.site;

import org.jspecify.annotations.Nullable;

/**
 * The site's settings as an operator types them.
 *
 * @param founders {@code everyone}, {@code verified} or {@code permitted}
 */
record SettingText(
        @Nullable String name,
        @Nullable String logo,
        @Nullable String founders,
        boolean listingApproval,
        @Nullable String terms,
        @Nullable String privacy,
        @Nullable String footer,
        @Nullable String reports) {

    static SettingText of(Setting setting) {
        return new SettingText(
                setting.name(),
                setting.logo(),
                app.teahouse.kernel.Db.name(setting.founders()),
                setting.listingApproval(),
                setting.terms(),
                setting.privacy(),
                setting.footer(),
                setting.reports());
    }
}
