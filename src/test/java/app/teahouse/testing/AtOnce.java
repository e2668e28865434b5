package app.teahouse.testing;

import app.teahouse.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the same thing several times at the same moment, and keeps what came of it. */
public record AtOnce<T>(List<T> done, List<String> refused) {

    private sealed interface Outcome<T> {
        record Done<T>(T result) implements Outcome<T> {}

        record Refused<T>(String code) implements Outcome<T> {}
    }

    public static <T> AtOnce<T> run(int times, Callable<T> action) throws Exception {
        var actions = new ArrayList<Callable<T>>();
        for (var i = 0; i < times; i++) {
            actions.add(action);
        }
        return run(actions);
    }

    public static <T> AtOnce<T> run(List<Callable<T>> actions) throws Exception {
        var start = new CountDownLatch(1);
        var done = new ArrayList<T>();
        var refused = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<Outcome<T>>>();
            for (var action : actions) {
                futures.add(threads.submit(() -> attempt(start, action)));
            }
            start.countDown();
            for (var future : futures) {
                switch (future.get()) {
                    case Outcome.Done<T>(var result) -> done.add(result);
                    case Outcome.Refused<T>(var code) -> refused.add(code);
                }
            }
        }
        return new AtOnce<>(done, refused);
    }

    private static <T> Outcome<T> attempt(CountDownLatch start, Callable<T> action) throws Exception {
        start.await();
        try {
            return new Outcome.Done<>(action.call());
        } catch (Refusal refusal) {
            return new Outcome.Refused<>(refusal.code());
        }
    }
}
