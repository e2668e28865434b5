package app.teahouse.secrets;

import app.teahouse.kernel.Settings;

/** Lets tests of other rooms sign without a running program. */
public final class SiteKeys {
    private SiteKeys() {}

    public static SiteKey of(Settings settings) {
        return new SiteKey(settings);
    }
}
