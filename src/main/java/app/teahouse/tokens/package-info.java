/** Personal tokens, with which programs act for a person through the API. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "jobs",
            "secrets",
            "web",
            "security",
            "mail",
            "accounts",
            "settings",
            "departures"
        })
package app.teahouse.tokens;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
