package app.teahouse.packing;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.exports.SomeExports;
import app.teahouse.luggage.Crate;
import app.teahouse.packing.Catalogue.Column;
import app.teahouse.testing.Committed;
import app.teahouse.testing.Furnished;
import app.teahouse.testing.TeahouseTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes what each line of an export may hold to docs/format, and holds an export against it. */
@TeahouseTest
class FormatTest {
    private static final Path FILE = Path.of("docs/format/circle-export-1.schema.json");

    @Autowired
    Crates crates;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Furnished furnished;

    @Autowired
    SomeExports exports;

    @Autowired
    JsonMapper json;

    /** If this fails, the file has just been written anew: look at the difference, think of old exports, and commit it. */
    @Test
    void the_schema_of_the_format_is_up_to_date() throws IOException {
        var sorted = json.rebuild()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        Committed.assertSame(FILE, sorted.writerWithDefaultPrettyPrinter().writeValueAsString(schema()) + "\n");
    }

    @Test
    void every_line_of_an_export_is_as_the_schema_says() throws IOException {
        var mapper = new ObjectMapper();
        var tables = mapper.readTree(json.writeValueAsString(schema())).get("$defs");
        var factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);
        var faults = new ArrayList<String>();
        var seen = 0;
        for (var entry : SomeExports.entries(
                        exports.export(furnished.rooms("Lu Yu").owner(), "a long passphrase"))
                .entrySet()) {
            if (entry.getKey().endsWith(".jsonl") || entry.getKey().equals("circle.json")) {
                var name = entry.getKey().startsWith("data/")
                        ? entry.getKey().split("/")[1]
                        : entry.getKey().split("[/.]")[0];
                var schema = factory.getSchema(tables.get(name));
                var lines = entry.getKey().endsWith(".jsonl")
                        ? entry.getValue().lines().toList()
                        : List.of(entry.getValue());
                for (var line : lines) {
                    schema.validate(mapper.readTree(line)).forEach(fault -> faults.add(entry.getKey() + ": " + fault));
                    seen++;
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(seen).isGreaterThan(20);
    }

    private Map<String, Object> schema() {
        var tables = new LinkedHashMap<String, Object>();
        tables.put(
                "circle",
                object(
                        Map.of("additionalProperties", false),
                        List.of(
                                "format",
                                "version",
                                "id",
                                "name",
                                "promise",
                                "language",
                                "zone",
                                "owner",
                                "ownerName",
                                "rows"),
                        new LinkedHashMap<>(Map.of(
                                "format", Map.of("const", Manifest.FORMAT),
                                "version", Map.of("const", Manifest.VERSION),
                                "id", Map.of("type", "string", "format", "uuid"),
                                "name", Map.of("type", "string"),
                                "promise", Map.of("type", "string"),
                                "language", Map.of("enum", List.of("en", "zh-CN")),
                                "zone", Map.of("type", "string"),
                                "owner", number(),
                                "ownerName", Map.of("type", "string"),
                                "rows", Map.of("type", "object", "additionalProperties", number())))));
        tables.put(
                "people",
                object(
                        Map.of("additionalProperties", false),
                        List.of("member", "mark"),
                        new LinkedHashMap<>(Map.of(
                                "member",
                                number(),
                                "mark",
                                Map.of("type", "string", "pattern", "^[A-Za-z0-9_-]{43}$")))));
        crates.arriving().stream()
                .sorted(Comparator.comparing((Crate crate) -> crate.table()))
                .forEach(crate -> tables.put(crate.table(), table(crate)));
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Lines of a Teahouse circle export, version 1; one definition for each folder below data/");
        schema.put("$defs", tables);
        return schema;
    }

    private Map<String, Object> table(Crate crate) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        var paper = crate.paper();
        for (var column : catalogue.columns(crate.table())) {
            if (Sql.leaves(crate, column) && (paper == null || !paper.column().equals(column.name()))) {
                properties.put(column.name(), type(crate, column));
                if (column.needed() && !crate.files().contains(column.name())) {
                    required.add(column.name());
                }
            }
        }
        return object(Map.of("additionalProperties", false), required, properties);
    }

    private static Map<String, Object> object(
            Map<String, Object> more, List<String> required, Map<String, Object> properties) {
        var object = new LinkedHashMap<String, Object>();
        object.put("type", "object");
        object.put("required", required);
        object.put("properties", new TreeMap<>(properties));
        object.putAll(more);
        return object;
    }

    private static Map<String, Object> type(Crate crate, Column column) {
        var name = column.name();
        if (column.type().endsWith("[]")) {
            var element =
                    new Column(name, column.type().substring(0, column.type().length() - 2), true);
            return ordered("type", "array", "items", type(crate, element));
        }
        if (crate.people().contains(name)) {
            return ordered(
                    "type", "integer", "minimum", 0, "description", "a member's number; 0 for somebody who is gone");
        }
        if (crate.files().contains(name) || crate.pictures().contains(name)) {
            return ordered("type", "string", "pattern", "^files/[0-9a-f]{64}\\.[a-z0-9]{1,4}$");
        }
        return switch (column.type()) {
            case "uuid" -> ordered("type", "string", "format", "uuid");
            case "timestamp with time zone" -> ordered("type", "string", "format", "date-time");
            case "date" -> ordered("type", "string", "format", "date");
            case "bigint", "integer", "smallint" -> ordered("type", "integer");
            case "boolean" -> ordered("type", "boolean");
            case "text" -> ordered("type", "string", "maxLength", crate.most(name));
            default -> ordered("description", column.type());
        };
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    private static Map<String, Object> number() {
        return ordered("type", "integer", "minimum", 0);
    }
}
