/** Where people pay: what is offered in this browser, the paying page and its state, and the cards they let us keep. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "security",
            "sharing",
            "settings",
            "gateways",
            "payments",
            "circles",
            "ways"
        })
package app.teahouse.till;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
