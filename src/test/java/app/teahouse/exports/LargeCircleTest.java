package app.teahouse.exports;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.arrivals.SomeArrivals;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Visitor;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A hundred thousand things leave and come in again. For a million posts in a small heap:
 * {@code bin/test -Dtest=LargeCircleTest -Dtests.posts=1000000}.
 */
@TeahouseTest
class LargeCircleTest {
    private static final int POSTS = Integer.getInteger("tests.posts", 1_000);
    private static final int COMMENTS = Integer.getInteger("tests.comments", 4_000);
    private static final int REACTIONS = Integer.getInteger("tests.reactions", 95_000);

    @Autowired
    SomeCircles circles;

    @Autowired
    SomeExports exports;

    @Autowired
    SomeArrivals arrivals;

    @Autowired
    Gate gate;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void a_generated_circle_comes_back_the_same() throws IOException {
        var owner = circles.someOwner();
        fill(owner);
        var first = exports.export(owner, null);

        var slug = "large-" + UUID.randomUUID().toString().substring(0, 8);
        arrivals.arrive(owner.member().person(), first, slug, null);

        var second = exports.export(gate.owner(new Visitor(owner.member().person()), slug), null);
        assertThat(Files.size(second)).isBetween(Files.size(first) - 1_000, Files.size(first) + 1_000);
        assertThat(sums(second)).isEqualTo(sums(first));
    }

    private void fill(Owner owner) throws IOException {
        var values = Map.of(
                "circle", owner.circle().value(),
                "owner", owner.account().value(),
                "posts", POSTS,
                "comments", COMMENTS,
                "reactions", REACTIONS);
        var statements = new ClassPathResource("large-circle.sql").getContentAsString(StandardCharsets.UTF_8);
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            var one = new NamedParameterJdbcTemplate(new SingleConnectionDataSource(connection, true));
            one.getJdbcOperations().execute("set statement_timeout = '60s'");
            for (var statement : statements.replaceAll("(?m)^--.*$", "").split(";\n")) {
                if (!statement.isBlank()) {
                    one.update(statement, values);
                }
            }
            one.getJdbcOperations().execute("reset statement_timeout");
            return true;
        });
    }

    /** What is in each entry; a million texts would not fit into the heap. */
    private static Map<String, Long> sums(Path file) throws IOException {
        var sums = new HashMap<String, Long>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var all = zip.entries(); all.hasMoreElements(); ) {
                var entry = all.nextElement();
                if (!entry.getName().equals("about.json")) {
                    sums.put(entry.getName(), entry.getCrc());
                }
            }
        }
        return sums;
    }
}
