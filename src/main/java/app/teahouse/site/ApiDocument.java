package app.teahouse.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document that OpenApiTest writes, and what the page at {@code /api} shows of it. Read when first asked for. */
@Component
public class ApiDocument {
    private final JsonMapper json;
    private volatile @Nullable ApiView view;

    ApiDocument(JsonMapper json) {
        this.json = json;
    }

    public record ApiView(List<Room> rooms, List<Schema> schemas) {}

    /** The operations of one room. */
    public record Room(String name, List<Operation> operations) {}

    /** @param body the schema of what is sent, or null; {@code answer} likewise */
    public record Operation(
            String id,
            String method,
            String path,
            String summary,
            String description,
            List<String> scopes,
            List<Field> parameters,
            @Nullable ApiType body,
            @Nullable ApiType answer,
            String success) {}

    public record Schema(String name, List<Field> fields) {}

    /** A parameter of an operation, or a field of a schema. */
    public record Field(String name, ApiType kind, boolean required) {}

    /**
     * What kind of value.
     *
     * @param schema the name of the schema it leads to, or null
     */
    public record ApiType(String text, @Nullable String schema) {}

    byte[] bytes() {
        try {
            return new ClassPathResource("api/openapi.json").getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ApiView view() {
        var known = view;
        if (known == null) {
            known = read(json.readTree(bytes()));
            view = known;
        }
        return known;
    }

    private static ApiView read(JsonNode document) {
        var rooms = new TreeMap<String, List<Operation>>();
        document.path("paths")
                .forEachEntry((path, operations) -> operations.forEachEntry((method, operation) ->
                        rooms.computeIfAbsent(operation.path("tags").path(0).asString(""), _ -> new ArrayList<>())
                                .add(operation(path, method, operation))));
        var schemas = new ArrayList<Schema>();
        document.path("components")
                .path("schemas")
                .forEachEntry((name, schema) -> schemas.add(new Schema(name, fields(schema))));
        return new ApiView(
                rooms.entrySet().stream()
                        .map(room -> new Room(room.getKey(), room.getValue()))
                        .toList(),
                schemas);
    }

    private static Operation operation(String path, String method, JsonNode node) {
        var scopes = new ArrayList<String>();
        node.path("security").forEach(way -> way.path("token").forEach(scope -> scopes.add(scope.asString(""))));
        var parameters = new ArrayList<Field>();
        for (var parameter : node.path("parameters")) {
            if (!parameter.has("$ref")) {
                parameters.add(new Field(
                        parameter.path("name").asString(""),
                        kind(parameter.path("schema")),
                        parameter.path("required").asBoolean(false)));
            }
        }
        var success =
                node.path("responses").propertyNames().stream().findFirst().orElse("");
        return new Operation(
                node.path("operationId").asString(""),
                method.toUpperCase(Locale.ROOT),
                path,
                node.path("summary").asString(""),
                node.path("description").asString(""),
                scopes,
                parameters,
                content(node.path("requestBody")),
                content(node.path("responses").path(success)),
                success);
    }

    private static @Nullable ApiType content(JsonNode holder) {
        for (var type : holder.path("content").properties()) {
            var schema = type.getValue().path("schema");
            return type.getKey().equals("application/json") ? kind(schema) : new ApiType(type.getKey(), null);
        }
        return null;
    }

    private static List<Field> fields(JsonNode schema) {
        var required = new ArrayList<String>();
        schema.path("required").forEach(name -> required.add(name.asString("")));
        var fields = new ArrayList<Field>();
        schema.path("properties")
                .forEachEntry((name, field) -> fields.add(new Field(name, kind(field), required.contains(name))));
        return fields;
    }

    private static ApiType kind(JsonNode schema) {
        if (schema.has("$ref")) {
            var reference = schema.path("$ref").asString("");
            var name = reference.substring(reference.lastIndexOf('/') + 1);
            return new ApiType(name, name);
        }
        if (schema.has("anyOf")) {
            var first = kind(schema.path("anyOf").path(0));
            return new ApiType(first.text() + "?", first.schema());
        }
        var type = schema.path("type").isArray()
                ? schema.path("type").path(0).asString("") + "?"
                : schema.path("type").asString("");
        if (type.startsWith("array")) {
            var inside = kind(schema.path("items"));
            return new ApiType(inside.text() + "[]", inside.schema());
        }
        if (schema.has("additionalProperties")) {
            return new ApiType("{ " + kind(schema.path("additionalProperties")).text() + " }", null);
        }
        return new ApiType(schema.has("format") ? schema.path("format").asString("") : type, null);
    }
}
