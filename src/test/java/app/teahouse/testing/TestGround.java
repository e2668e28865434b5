package app.teahouse.testing;

import app.teahouse.connections.DatabaseAddress;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What the one test context stands on: a PostgreSQL for this run. */
@TestConfiguration(proxyBeanMethods = false)
class TestGround {

    @Bean
    DatabaseAddress databaseAddress() {
        return TestDatabase.address();
    }

    /** Where the statements of another run are read, no new ones are kept in their place. */
    @Bean
    @Primary
    @ConditionalOnBooleanProperty(name = "tests.statements", havingValue = false, matchIfMissing = true)
    NamedParameterJdbcTemplate keepStatements(JdbcTemplate jdbc) {
        return new KeepStatements(jdbc);
    }

    /** Tests fill in forms faster than people do, and many come from one address. */
    @Bean
    SmartInitializingSingleton nobodyLooksAtNewAccounts(JdbcTemplate jdbc) {
        return () ->
                jdbc.update("insert into suspicions.defence values (true, false, '', now()) on conflict do nothing");
    }
}
