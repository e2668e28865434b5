/** Keeps what members upload: recognises it, makes pictures fit for readers, stores it and hands it out again. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "luggage", "jobs", "web", "security", "text", "departures"})
package app.teahouse.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
