/**
 * The PostgreSQL that Teahouse brings along, started and stopped beside the program. A room of its own, without Spring, because it
 * begins before the application context and ends after it, and because tests and tools need a database without the rest.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package app.teahouse.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
