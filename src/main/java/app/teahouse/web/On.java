package app.teahouse.web;

import app.teahouse.kernel.Surface;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says on which surface a door lets its {@link app.teahouse.kernel.Speaker} speak. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface On {
    Surface value();
}
