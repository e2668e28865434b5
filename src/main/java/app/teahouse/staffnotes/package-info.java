/** What staff write down for each other about a member, who reads none of it in the product. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "luggage", "web", "departures", "circles", "members", "roster", "timeline"})
package app.teahouse.staffnotes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
