package app.teahouse.connections;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.testing.TeahouseTest;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TeahouseTest
class PoolsTest {
    @Autowired
    DataSource pages;

    @Autowired
    Flyway flyway;

    /** A site of a million posts could not be brought to a new version while the pages' limit held for its migrations, too. */
    @Test
    void a_page_waits_for_seconds_and_a_migration_as_long_as_it_takes() throws SQLException {
        assertThat(timeout(pages)).isEqualTo("3s");
        assertThat(timeout(flyway.getConfiguration().getDataSource())).isEqualTo("0");
    }

    private static String timeout(DataSource source) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("show statement_timeout")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
