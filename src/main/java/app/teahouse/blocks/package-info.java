/** Whose words a member does not wish to see: rows that the Gate reads with a membership. What is said and done about it is room blocking's. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "luggage", "circles"})
package app.teahouse.blocks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
