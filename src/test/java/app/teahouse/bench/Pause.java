package app.teahouse.bench;

import java.util.concurrent.TimeUnit;

/** Waiting, where there is nothing to be told by. */
final class Pause {
    private Pause() {}

    static void millis(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
