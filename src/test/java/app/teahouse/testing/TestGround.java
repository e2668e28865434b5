package app.teahouse.testing;

import app.teahouse.kernel.DatabaseAddress;
import java.time.Clock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** What the one test context stands on: a PostgreSQL for this run, and a clock that a test can move for itself. */
@TestConfiguration(proxyBeanMethods = false)
class TestGround {

    @Bean
    DatabaseAddress databaseAddress() {
        return TestDatabase.address();
    }

    @Bean
    @Primary
    Clock testClock() {
        return new TestClock();
    }
}
