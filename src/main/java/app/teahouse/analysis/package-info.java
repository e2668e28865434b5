/** Words as search compares them: cut, folded and stemmed; Han also by pinyin. Knows no database and no circle. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package app.teahouse.analysis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
