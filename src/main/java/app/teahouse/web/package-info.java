/** What every page and every API answer shares: layout, words, forms, problems, assets. */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package app.teahouse.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
