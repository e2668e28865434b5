/** Passkeys: signing in without a password, by what a phone or a computer keeps (WebAuthn). */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "jobs",
            "secrets",
            "web",
            "security",
            "accounts",
            "settings",
            "entrance",
            "departures"
        })
package app.teahouse.passkeys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
