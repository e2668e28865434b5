package app.teahouse.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever all tests sent to the PostgreSQL of today is understood by this one. */
@TeahouseTest
@Tag("database15")
@EnabledIfSystemProperty(named = "tests.statements", matches = "true")
class OlderPostgresTest {
    /** A run of all tests sends more; of fewer it would prove little. */
    private static final int LEAST = 2_500;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void every_statement_is_understood() throws IOException {
        var faults = new TreeMap<String, String>();
        var statements = statements();
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            try (var statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                for (var prepare : statements) {
                    try {
                        statement.execute(prepare);
                        statement.execute("deallocate kept");
                    } catch (SQLException e) {
                        faults.put(prepare, String.valueOf(e.getMessage()));
                    }
                }
            }
            return true;
        });
        assertThat(faults).isEmpty();
        assertThat(statements).hasSizeGreaterThan(LEAST);
    }

    private static Set<String> statements() throws IOException {
        var all = new LinkedHashSet<String>();
        try (var files = Files.list(KeepStatements.FOLDER)) {
            for (var file : files.toList()) {
                all.addAll(List.of(Files.readString(file).split(KeepStatements.END)));
            }
        }
        return all;
    }
}
