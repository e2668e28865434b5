/** What staff said about where members may write: a mute, a grant, hours in which a circle rests. The Gate reads it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "jobs", "luggage", "circles"})
package app.teahouse.speaking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
