/** A circle's log: what was done to it as a whole and to its members' places, by whom and why. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "luggage",
            "web",
            "text",
            "circles",
            "speaking",
            "members",
            "timeline",
            "membertags",
            "directory",
            "strikes",
            "security"
        })
package app.teahouse.log;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
