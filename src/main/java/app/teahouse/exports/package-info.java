/** The owner takes the whole circle away as one file. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "luggage",
            "jobs",
            "web",
            "security",
            "accounts",
            "circles",
            "members",
            "packing",
            "arrivals"
        })
package app.teahouse.exports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
