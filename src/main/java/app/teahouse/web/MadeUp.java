package app.teahouse.web;

import app.teahouse.kernel.CircleId;

/** Knows what is made up and has to say so on its pages. Room {@code demo} does, because it made it. */
public interface MadeUp {

    /** Whether anything on the site is. */
    boolean anything();

    boolean is(CircleId circle);
}
