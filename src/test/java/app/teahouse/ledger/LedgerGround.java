package app.teahouse.ledger;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Time;
import app.teahouse.postgres.RunningPostgres;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger alone on a database of its own, without the rest of the program: to be killed, and to be measured. */
public final class LedgerGround implements AutoCloseable {
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    public LedgerGround(RunningPostgres postgres, int connections) {
        var config = new HikariConfig();
        config.setJdbcUrl(postgres.url());
        config.setUsername(postgres.user());
        config.setPassword(postgres.password());
        config.setMaximumPoolSize(connections);
        config.addDataSourceProperty("prepareThreshold", "3");
        context.registerBean(HikariDataSource.class, () -> new HikariDataSource(config));
        context.register(
                Transactions.class,
                Time.class,
                Db.class,
                TransferRows.class,
                Balances.class,
                Ledger.class,
                Holds.class,
                Books.class,
                Prove.class);
        context.refresh();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    static class Transactions {
        @Bean
        NamedParameterJdbcTemplate template(DataSource source) {
            return new NamedParameterJdbcTemplate(source);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource source) {
            return new JdbcTransactionManager(source);
        }
    }

    /** Makes the ledger's tables from its migrations. */
    public static void createTables(RunningPostgres postgres) throws Exception {
        try (var files = Files.list(Path.of("src/main/resources/db/migration/ledger"));
                var connection = DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
                var statement = connection.createStatement()) {
            for (var file : files.sorted().toList()) {
                statement.execute(Files.readString(file));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The ledger's tables can't be made", e);
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Posts in a transaction of its own. */
    public boolean post(CircleId circle, UUID cause, List<Transfer> transfers) {
        return Boolean.TRUE.equals(new TransactionTemplate(bean(PlatformTransactionManager.class))
                .execute(_ -> bean(Ledger.class).post(circle, cause, transfers)));
    }

    @Override
    public void close() {
        context.close();
    }
}
