package app.teahouse.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a write that stays open in a circle which the operator froze or closes: what somebody notes for themselves, takes along or
 * gives back, leaving, and letters. All others are refused with the {@link app.teahouse.kernel.Halt}'s code.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface WhileHalted {}
