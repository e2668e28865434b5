package app.teahouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.routes.Route;
import app.teahouse.routes.Routes;
import app.teahouse.testing.Committed;
import app.teahouse.testing.TeahouseTest;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON API describes itself: the document is made from the doors, committed, and held against the habits of this API. */
@TeahouseTest
class OpenApiTest {
    private static final Path FILE = Path.of("src/main/resources/api/openapi.json");
    private static final Path SUMMARIES = Path.of("docs/api/summaries.properties");

    @Autowired
    Routes routes;

    /** If this fails, the file has just been written anew: look at the difference and commit it. */
    @Test
    void the_document_is_up_to_date() throws IOException {
        Committed.assertSame(FILE, text());
    }

    @Test
    void it_keeps_the_habits_of_this_api() throws IOException {
        assertThat(new Linter(document()).faults()).isEmpty();
    }

    @Test
    void every_summary_belongs_to_a_door() throws IOException {
        var ids = new TreeSet<String>();
        doors().forEach(route -> ids.add(Operations.id(route)));
        assertThat(ids)
                .as("Lines of docs/api/summaries.properties without a door")
                .containsAll(summaries().stringPropertyNames());
    }

    /** A parser that did not make the document reads it without complaint. */
    @Test
    void it_is_openapi() throws IOException {
        var options = new ParseOptions();
        options.setResolve(true);
        var read = new OpenAPIV3Parser().readContents(text(), null, options);

        assertThat(read.getMessages()).isEmpty();
        assertThat(read.getOpenAPI().getOpenapi()).startsWith("3.1");
        assertThat(read.getOpenAPI().getPaths())
                .hasSameSizeAs((Map<?, ?>) document().get("paths"));
    }

    private List<Route> doors() {
        return routes.all().stream().filter(Route::isApi).toList();
    }

    private Map<String, Object> document() throws IOException {
        return new Document(summaries()).of(doors());
    }

    private String text() throws IOException {
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(document())
                + "\n";
    }

    private static Properties summaries() throws IOException {
        var summaries = new Properties();
        try (var in = Files.newBufferedReader(SUMMARIES)) {
            summaries.load(in);
        }
        return summaries;
    }
}
