package app.teahouse.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementCreatorFactory;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Keeps each statement that the tests send, with the types of its values, as PostgreSQL's {@code prepare} wants it: an older PostgreSQL can be
 * asked whether it understands all of them, and the tests need not run there.
 */
final class KeepStatements extends NamedParameterJdbcTemplate {
    static final Path FOLDER = Path.of("target/statements");

    /** Between two statements in a file. */
    static final String END = "\n\0\n";

    /** What is quoted or a remark has no values in it, and a cast is none. */
    private static final Pattern VALUE = Pattern.compile("'(?:[^']|'')*'|--[^\n]*|::|:([A-Za-z_]\\w*)");

    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    KeepStatements(JdbcOperations jdbc) {
        super(jdbc);
        Runtime.getRuntime().addShutdownHook(new Thread(this::write));
    }

    @Override
    protected PreparedStatementCreator getPreparedStatementCreator(
            String sql, SqlParameterSource values, @Nullable Consumer<PreparedStatementCreatorFactory> customizer) {
        kept.add(prepare(sql, values));
        return super.getPreparedStatementCreator(sql, values, customizer);
    }

    private static String prepare(String sql, SqlParameterSource values) {
        var types = new LinkedHashMap<String, String>();
        var places = new LinkedHashMap<String, Integer>();
        var text = VALUE.matcher(sql).replaceAll(found -> {
            var name = found.group(1);
            if (name == null) {
                return java.util.regex.Matcher.quoteReplacement(found.group());
            }
            types.computeIfAbsent(name, _ -> type(values.getValue(name)));
            return "\\$" + places.computeIfAbsent(name, _ -> places.size() + 1);
        });
        return "prepare kept"
                + (types.isEmpty() ? "" : types.values().stream().collect(Collectors.joining(", ", " (", ")")))
                + " as\n" + text.strip();
    }

    private static String type(@Nullable Object value) {
        return switch (value) {
            case null -> "unknown";
            case UUID _ -> "uuid";
            case Long _ -> "int8";
            case Integer _ -> "int4";
            case Short _ -> "int2";
            case Boolean _ -> "bool";
            case Double _ -> "float8";
            case BigDecimal _ -> "numeric";
            case String _ -> "varchar";
            case OffsetDateTime _, Timestamp _ -> "timestamptz";
            case LocalDate _ -> "date";
            case LocalTime _ -> "time";
            case LocalDateTime _ -> "timestamp";
            case byte[] _ -> "bytea";
            case SqlArrayValue array -> ReflectionTestUtils.getField(array, "typeName") + "[]";
            // What the tests themselves send.
            default -> "unknown";
        };
    }

    private void write() {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(TestFolder.FORK + ".sql"), String.join(END, kept));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
