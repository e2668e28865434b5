package app.teahouse.testing;

import app.teahouse.connections.DatabaseAddress;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** What the one test context stands on: a PostgreSQL for this run. */
@TestConfiguration(proxyBeanMethods = false)
class TestGround {

    @Bean
    DatabaseAddress databaseAddress() {
        return TestDatabase.address();
    }
}
