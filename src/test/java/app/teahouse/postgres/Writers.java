package app.teahouse.postgres;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Four writers who insert numbers until the database is gone, and tell of each that was acknowledged. */
final class Writers {
    private final AtomicLong next = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();

    private Writers() {}

    /** A program of its own, to be killed: it prints its server's process, then each acknowledged number. */
    static void main(String[] arguments) throws SQLException {
        var postgres = EmbeddedPostgresTest.start(Path.of(arguments[0]));
        System.out.println(postgres.pid());
        start(postgres, System.out::println);
    }

    static Writers start(RunningPostgres postgres, LongConsumer acknowledged) throws SQLException {
        try (var connection = EmbeddedPostgresTest.connect(postgres);
                var statement = connection.createStatement()) {
            statement.execute("create table written (number bigint primary key, text text not null)");
        }
        var writers = new Writers();
        for (var i = 0; i < 4; i++) {
            writers.threads.add(Thread.ofPlatform().start(() -> writers.write(postgres, acknowledged)));
        }
        return writers;
    }

    private void write(RunningPostgres postgres, LongConsumer acknowledged) {
        try (var connection = EmbeddedPostgresTest.connect(postgres);
                var statement = connection.prepareStatement("insert into written values (?, repeat('tea', 50))")) {
            while (true) {
                var number = next.incrementAndGet();
                statement.setLong(1, number);
                statement.executeUpdate();
                acknowledged.accept(number);
            }
        } catch (SQLException e) {
            // The database is gone, as it was meant to be.
        }
    }

    void join() throws InterruptedException {
        for (var thread : threads) {
            thread.join();
        }
    }
}
