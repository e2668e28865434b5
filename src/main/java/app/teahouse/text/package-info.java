/** Turns the Markdown that members write into safe HTML, plain words and an outline, the same for every room that shows words. */
@NullMarked
@ApplicationModule(allowedDependencies = {"secrets"})
package app.teahouse.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
