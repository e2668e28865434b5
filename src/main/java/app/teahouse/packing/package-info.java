/** Writes a circle into an archive and out of it again, table by table, as the rooms declare it in {@code luggage}. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "luggage", "secrets", "accounts", "files", "circles", "members"})
package app.teahouse.packing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
