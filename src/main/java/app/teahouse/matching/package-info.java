/** How rules compare what is written: words by an automaton, links by domain, contact details, and texts that are alike. */
@NullMarked
@ApplicationModule(allowedDependencies = {"analysis"})
package app.teahouse.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
