package app.teahouse.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Asks PostgreSQL how it reads what a page sends: the very statements, with their values, as JDBC was given them. */
@Component
public class Plans {
    private static final Pattern STATEMENT = Pattern.compile("SQL statement \\[(.*)]", Pattern.DOTALL);
    private static final Pattern VALUE =
            Pattern.compile("parameter value \\[(.*)], value class \\[(.*?)]", Pattern.DOTALL);

    private final JdbcTemplate jdbc;

    Plans(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The plans of the statements that hold a text, of those that the action sends on this thread. */
    public String of(Supplier<Object> action, String text) {
        var sent = listen(action).stream()
                .map(Sent::literal)
                .filter(statement -> statement.contains(text))
                .toList();
        if (sent.isEmpty()) {
            throw new AssertionError("Nothing was sent with " + text);
        }
        var plans = new StringBuilder();
        for (var statement : sent) {
            for (var line : jdbc.queryForList("explain " + statement, String.class)) {
                plans.append(line).append('\n');
            }
        }
        return plans.toString();
    }

    private record Sent(String statement, List<String> values) {

        String literal() {
            var text = new StringBuilder();
            var next = 0;
            for (var i = 0; i < statement.length(); i++) {
                var c = statement.charAt(i);
                if (c == '?') {
                    text.append(values.get(next++));
                } else {
                    text.append(c);
                }
            }
            return text.toString();
        }
    }

    private static List<Sent> listen(Supplier<Object> action) {
        var statements = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate");
        var values = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.StatementCreatorUtils");
        var ear = new Ear(Thread.currentThread().getName());
        ear.start();
        try {
            attend(statements, Level.DEBUG, ear);
            attend(values, Level.TRACE, ear);
            var _ = action.get();
        } finally {
            ignore(statements, ear);
            ignore(values, ear);
        }
        return ear.sent;
    }

    private static void attend(Logger logger, Level level, Ear ear) {
        logger.setLevel(level);
        logger.setAdditive(false);
        logger.addAppender(ear);
    }

    private static void ignore(Logger logger, Ear ear) {
        logger.detachAppender(ear);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    /** Hears what Spring says about statements and their values. */
    private static final class Ear extends AppenderBase<ILoggingEvent> {
        private final String thread;
        private final List<Sent> sent = new ArrayList<>();

        Ear(String thread) {
            this.thread = thread;
        }

        @Override
        protected void append(ILoggingEvent event) {
            if (!event.getThreadName().equals(thread)) {
                return;
            }
            var message = event.getFormattedMessage();
            var statement = STATEMENT.matcher(message);
            var value = VALUE.matcher(message);
            if (value.find()) {
                sent.getLast().values().add(literal(value.group(1), value.group(2)));
            } else if (statement.find()) {
                sent.add(new Sent(statement.group(1), new ArrayList<>()));
            }
        }

        private static String literal(String value, String type) {
            return type.equals("null") || value.equals("null") ? "null" : "'" + value.replace("'", "''") + "'";
        }
    }
}
