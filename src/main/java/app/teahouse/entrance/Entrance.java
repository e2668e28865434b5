package app.teahouse.entrance;

import org.jspecify.annotations.Nullable;

/** Where somebody goes on who has just come in. */
public final class Entrance {
    private Entrance() {}

    /** A path of this site only, so that no link can send somebody away from here. */
    public static String onward(@Nullable String to) {
        return to != null && to.matches("/(?![/\\\\])[A-Za-z0-9/_.~%?&=+-]*") && !to.startsWith("/sign-") ? to : "/";
    }
}
