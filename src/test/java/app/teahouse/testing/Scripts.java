package app.teahouse.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Fills the database for tests of large things: by the statements of a file, with as much time as they take. */
@Component
public class Scripts {
    private final JdbcTemplate jdbc;

    Scripts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void run(String file, Map<String, ?> values) throws IOException {
        var statements = new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            var one = new NamedParameterJdbcTemplate(new SingleConnectionDataSource(connection, true));
            one.getJdbcOperations().execute("set statement_timeout = '30min'");
            for (var statement : statements.replaceAll("(?m)^--.*$", "").split(";\n")) {
                if (!statement.isBlank()) {
                    one.update(statement, values);
                }
            }
            one.getJdbcOperations().execute("reset statement_timeout");
            return true;
        });
    }
}
