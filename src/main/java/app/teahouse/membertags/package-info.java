/** What staff know of members in words of their own: tags for expertise, interest, stage and whatever else, by hand and many at once. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "luggage",
            "jobs",
            "web",
            "departures",
            "circles",
            "members",
            "reservations",
            "roster",
            "timeline"
        })
package app.teahouse.membertags;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
