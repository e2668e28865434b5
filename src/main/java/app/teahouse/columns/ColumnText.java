package app.teahouse.columns;

import app.teahouse.kernel.Faults;
import org.jspecify.annotations.Nullable;

/** What is wished of a column. A draft is seen by those who arrange it alone. */
public record ColumnText(@Nullable String name, @Nullable String promise, boolean course, boolean published) {
    static final int LONGEST_NAME = 60;
    static final int LONGEST_PROMISE = 200;

    void check() {
        new Faults()
                .text("name", name, LONGEST_NAME)
                .atMost("promise", promise, LONGEST_PROMISE)
                .refuse();
    }

    String goodName() {
        return name == null ? "" : name.strip();
    }

    String goodPromise() {
        return promise == null ? "" : promise.strip();
    }
}
