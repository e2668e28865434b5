package app.teahouse.outside;

import java.util.HashSet;
import java.util.Set;

/** Keeps us polite: two hosts at once, and of each host one thing at a time. */
final class Turns {
    private static final int AT_ONCE = 2;

    private final Set<String> busy = new HashSet<>();

    synchronized void take(String host) throws InterruptedException {
        while (busy.size() >= AT_ONCE || busy.contains(host)) {
            wait();
        }
        busy.add(host);
    }

    synchronized void leave(String host) {
        busy.remove(host);
        notifyAll();
    }
}
