package app.teahouse.connections;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/**
 * Two pools of connections: one for people who wait (16, short time limits), one for jobs (6, long ones), so that no job can
 * starve a page. Which one is used depends on the thread: room {@code jobs} binds {@link #FOR_JOBS}.
 */
@Configuration(proxyBeanMethods = false)
public class Pools {
    private static final Logger log = LoggerFactory.getLogger(Pools.class);

    /** Bound while a job runs on this thread. */
    public static final ScopedValue<Boolean> FOR_JOBS = ScopedValue.newInstance();

    @Bean(destroyMethod = "close")
    HikariDataSource webPool(ObjectProvider<DatabaseAddress> address) {
        return pool("web", address.getObject(), 16, 3, 2);
    }

    @Bean(destroyMethod = "close", defaultCandidate = false)
    HikariDataSource jobsPool(ObjectProvider<DatabaseAddress> address) {
        return pool("jobs", address.getObject(), 6, 60, 2);
    }

    /** Changes of the schema take as long as they take: an index over millions of posts is no page that somebody waits for. */
    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource migrations(ObjectProvider<DatabaseAddress> address) {
        var database = address.getObject();
        return new DriverManagerDataSource(database.url(), database.owner(), database.ownerPassword());
    }

    /** What the callback {@code afterMigrateApplied.sql} grants, it grants to the program's role. */
    @Bean
    FlywayConfigurationCustomizer programRole(ObjectProvider<DatabaseAddress> address) {
        return flyway -> {
            var database = address.getObject();
            if (!database.hasTwoRoles()) {
                log.warn(
                        "One database role owns the tables and works on them, so only the program's own care keeps what was booked"
                                + " from being changed. docs/operating.md says how to give it two.");
            }
            flyway.placeholders(Map.of("program", database.hasTwoRoles() ? database.user() : ""));
        };
    }

    /** Takes a connection only when the first statement is sent, so a page without one costs none. */
    @Bean
    @Primary
    DataSource dataSource(HikariDataSource webPool, @Qualifier("jobsPool") HikariDataSource jobsPool) {
        var routing = new AbstractRoutingDataSource() {
            @Override
            protected @Nullable Object determineCurrentLookupKey() {
                return FOR_JOBS.isBound() ? "jobs" : "web";
            }
        };
        routing.setTargetDataSources(Map.of("web", webPool, "jobs", jobsPool));
        routing.initialize();
        var lazy = new LazyConnectionDataSourceProxy();
        lazy.setDefaultAutoCommit(true);
        lazy.setDefaultTransactionIsolationName("TRANSACTION_READ_COMMITTED");
        lazy.setTargetDataSource(routing);
        lazy.afterPropertiesSet();
        return lazy;
    }

    private static HikariDataSource pool(
            String name, DatabaseAddress address, int most, int statementSeconds, int lockSeconds) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(1);
        config.setIdleTimeout(120_000);
        config.setConnectionTimeout(2_000);
        config.setInitializationFailTimeout(30_000);
        config.addDataSourceProperty("ApplicationName", "teahouse-" + name);
        config.addDataSourceProperty("prepareThreshold", "3");
        config.addDataSourceProperty("preparedStatementCacheQueries", "1024");
        config.addDataSourceProperty("preparedStatementCacheSizeMiB", "8");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty(
                "options",
                "-c statement_timeout=" + statementSeconds + "s -c lock_timeout=" + lockSeconds
                        + "s -c idle_in_transaction_session_timeout=10s");
        return new HikariDataSource(config);
    }
}
