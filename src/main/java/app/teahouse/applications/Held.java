package app.teahouse.applications;

import app.teahouse.kernel.Onlooker;

/** Whether a place in a circle waits for somebody who looks at its about page. Rooms that hold places bring theirs as beans. */
public interface Held {
    boolean isFor(Onlooker onlooker);
}
