/** Money that people see arrive: bank transfer, cash, a code to scan. Payers say that they paid, and whoever received it confirms. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "luggage",
            "web",
            "security",
            "accounts",
            "departures",
            "gateways",
            "payments",
            "circles",
            "ways",
            "till"
        })
package app.teahouse.byhand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
