package app.teahouse.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a door through which a member writes without speaking to others, and says why: marks, own settings, leaving. Every
 * other write in a circle takes a {@link app.teahouse.kernel.Speaker}, a staff's or an owner's proof; the route walk looks.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface NoSurface {
    String value();
}
