/** Links that let people into a circle, as a link, a QR code or a poster. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "luggage",
            "secrets",
            "web",
            "sharing",
            "accounts",
            "files",
            "circles",
            "access",
            "members",
            "questions",
            "applications"
        })
package app.teahouse.invitations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
