package app.teahouse.kernel;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * The only door to SQL. It accepts literals alone, so a statement can never be glued together from input; where filters combine
 * freely, {@link Statement#and} adds literal fragments.
 */
@Component
public class Db {
    private static final Logger log = LoggerFactory.getLogger(Db.class);
    private static final long SLOW_MILLIS = 200;

    /** How many statements this thread has run since {@link #countFrom0()}; tests read it, a page has a budget of six. */
    private static final ThreadLocal<int[]> STATEMENTS = ThreadLocal.withInitial(() -> new int[1]);

    private final JdbcClient jdbc;

    Db(NamedParameterJdbcTemplate template) {
        this.jdbc = JdbcClient.create(template);
    }

    public Statement sql(@CompileTimeConstant final String statement) {
        return new Statement(jdbc, statement);
    }

    /**
     * From here to the end of this transaction each statement is planned for its values. PostgreSQL keeps one plan for all values once
     * a statement has come eight times, and where they decide nearly everything that one is ten times as slow. Without a transaction it
     * does nothing.
     */
    public void planAnew() {
        sql("select set_config('plan_cache_mode', 'force_custom_plan', true)").exists();
    }

    public static void countFrom0() {
        STATEMENTS.get()[0] = 0;
    }

    public static int statements() {
        return STATEMENTS.get()[0];
    }

    /** A statement with its values; our types become PostgreSQL's here and nowhere else. */
    public static final class Statement {
        private final JdbcClient jdbc;
        private final StringBuilder text;
        private final Map<String, @Nullable Object> values = new HashMap<>();

        private Statement(JdbcClient jdbc, String text) {
            this.jdbc = jdbc;
            this.text = new StringBuilder(text);
        }

        public Statement with(String name, @Nullable Object value) {
            values.put(name, plain(value));
            return this;
        }

        /** A list as one array parameter: {@code = any(:ids)} keeps one statement whatever its length. */
        public Statement withIds(String name, Collection<? extends Id> ids) {
            values.put(name, new Listed("uuid", ids.stream().map(Id::value).toArray()));
            return this;
        }

        /** Keys that are no id of a kind, such as those made from a name. */
        public Statement withUuids(String name, Collection<UUID> ids) {
            values.put(name, new Listed("uuid", ids.toArray()));
            return this;
        }

        public Statement withTexts(String name, Collection<String> texts) {
            values.put(
                    name,
                    new Listed("text", texts.stream().map(Statement::readable).toArray()));
            return this;
        }

        public Statement withNumbers(String name, Collection<Long> numbers) {
            values.put(name, new Listed("int8", numbers.toArray()));
            return this;
        }

        public Statement withInts(String name, Collection<Integer> numbers) {
            values.put(name, new Listed("int4", numbers.toArray()));
            return this;
        }

        /** Adds a literal fragment, if the condition holds. */
        public Statement and(boolean holds, @CompileTimeConstant final String fragment) {
            if (holds) {
                text.append('\n').append(fragment);
            }
            return this;
        }

        /** Adds a literal fragment with a value of its own, called {@code :each} in it: as often as somebody asks for such a thing. */
        public Statement each(@CompileTimeConstant final String fragment, Object value) {
            var name = "each_" + values.size();
            text.append('\n').append(fragment.replace(":each", ":" + name));
            return with(name, value);
        }

        public <T> T one(RowMapper<T> row) {
            return Objects.requireNonNull(timed(spec -> spec.query(row).single()));
        }

        public <T> T one(Class<T> type) {
            return Objects.requireNonNull(timed(spec -> spec.query(type).single()));
        }

        public <T> Optional<T> maybe(RowMapper<T> row) {
            return timed(spec -> spec.query(row).optional());
        }

        public <T> Optional<T> maybe(Class<T> type) {
            return timed(spec -> spec.query(type).optional());
        }

        public boolean exists() {
            return !timed(spec -> spec.query((row, n) -> 1).list()).isEmpty();
        }

        /** Lists map by column index: mapping by name and reflection doubles the cost of a page. */
        public <T> List<T> all(RowMapper<T> row) {
            return timed(spec -> spec.query(row).list()).stream()
                    .map(Objects::requireNonNull)
                    .toList();
        }

        /** Runs the change and answers how many rows it touched. */
        public int run() {
            return timed(JdbcClient.StatementSpec::update);
        }

        private <T> T timed(Function<JdbcClient.StatementSpec, T> ask) {
            STATEMENTS.get()[0]++;
            var sql = text.toString();
            var from = System.nanoTime();
            try {
                return ask.apply(jdbc.sql(sql).params(values));
            } finally {
                var millis = (System.nanoTime() - from) / 1_000_000;
                if (millis >= SLOW_MILLIS) {
                    log.warn("Slow statement, {} ms: {}", millis, sql.strip().replaceAll("\\s+", " "));
                }
            }
        }

        private static @Nullable Object plain(@Nullable Object value) {
            return switch (value) {
                case Id id -> id.value();
                case Instant instant -> instant.atOffset(ZoneOffset.UTC);
                case Enum<?> constant -> name(constant);
                case String text -> readable(text);
                case null -> null;
                default -> value;
            };
        }

        /** PostgreSQL knows no texts with a zero in them. Rules for fields say so before; what is only searched for has none. */
        private static String readable(String text) {
            if (text.indexOf('\0') >= 0) {
                throw Refusal.invalid("request", "request.malformed");
            }
            return text;
        }
    }

    /** An array that can be read in logs, as PostgreSQL writes it. */
    private static final class Listed extends SqlArrayValue {
        private final Object[] elements;

        Listed(String type, Object... elements) {
            super(type, elements);
            this.elements = elements;
        }

        @Override
        public String toString() {
            return Stream.of(elements)
                    .map(one -> '"' + one.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                    .collect(Collectors.joining(",", "{", "}"));
        }
    }

    /** How an enum constant is written in SQL and in addresses: {@code GUEST_EXPERT} as {@code guest_expert}. */
    public static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    public static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
    }

    public static UUID uuid(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    public static @Nullable UUID maybeUuid(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static Instant instant(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(maybeInstant(row, column));
    }

    public static @Nullable Instant maybeInstant(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    public static @Nullable LocalDate maybeDay(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public static List<String> texts(ResultSet row, int column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    public static List<Long> numbers(ResultSet row, int column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? List.of() : List.of((Long[]) array.getArray());
    }

    public static List<UUID> uuids(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((UUID[]) array.getArray());
    }
}
