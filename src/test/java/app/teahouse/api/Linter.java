package app.teahouse.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Holds the OpenAPI document against the habits of this API, so that whoever knows one part of it knows all. */
final class Linter {
    private static final Pattern CAMEL = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final Pattern SEGMENT = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*|\\{[a-z][a-zA-Z]*}");
    private static final Set<String> CURSORS = Set.of("before", "after");

    private final Map<String, Object> document;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    Linter(Map<String, Object> document) {
        this.document = document;
    }

    List<String> faults() {
        at(document, "paths").forEach((path, operations) -> {
            lintPath(path);
            map(operations).forEach((method, operation) -> lint(method + " " + path, map(operation)));
        });
        at(document, "components", "schemas").forEach((name, schema) -> lintSchema(name, map(schema)));
        return faults;
    }

    private void lintPath(String path) {
        for (var segment : path.substring(1).split("/")) {
            require(
                    SEGMENT.matcher(segment).matches(),
                    path,
                    "has a segment that is not lower-case-with-dashes: " + segment);
        }
    }

    private void lint(String where, Map<String, Object> operation) {
        var id = String.valueOf(operation.get("operationId"));
        require(ids.add(id), where, "shares its operationId " + id + " with another: rename the method");
        require(CAMEL.matcher(id).matches(), where, "has an odd operationId " + id);
        var summary = String.valueOf(operation.get("summary"));
        require(!summary.isBlank(), where, "has no summary: add " + id + "= to docs/api/summaries.properties");
        require(!summary.endsWith("."), where, "has a summary that ends in a full stop");
        require(list(operation.get("tags")).size() == 1, where, "belongs to one room");
        lintParameters(where, operation);
        lintAnswers(where, operation);
    }

    private void lintParameters(String where, Map<String, Object> operation) {
        var keyed = false;
        for (var item : list(operation.get("parameters"))) {
            var parameter = map(item);
            if (parameter.get("$ref") instanceof String reference) {
                keyed |= reference.toLowerCase(Locale.ROOT).endsWith("idempotencykey");
            } else {
                var name = String.valueOf(parameter.get("name"));
                require(CAMEL.matcher(name).matches(), where, "has a parameter that is not camelCase: " + name);
            }
        }
        require(keyed || !where.startsWith("post "), where, "makes something and takes no Idempotency-Key");
    }

    private void lintAnswers(String where, Map<String, Object> operation) {
        var responses = map(operation.get("responses"));
        require(
                responses.keySet().stream()
                                .filter(status -> status.startsWith("2"))
                                .count()
                        == 1,
                where,
                "has one success");
        require(responses.keySet().stream().anyMatch(status -> status.startsWith("4")), where, "never says no");
        responses.forEach((status, response) -> at(map(response), "content").forEach((type, content) -> {
            var schema = at(map(content), "schema");
            if (type.equals("application/json")) {
                require(
                        !"object".equals(schema.get("type")) || schema.containsKey("additionalProperties"),
                        where,
                        "answers with a schema that has no name: make it a record");
                lintPages(where, operation, schema);
            }
        }));
    }

    /** Who answers with a key for the next page takes it back. */
    private void lintPages(String where, Map<String, Object> operation, Map<String, Object> schema) {
        if (!(schema.get("$ref") instanceof String reference)) {
            return;
        }
        var properties = at(document, "components", "schemas", name(reference), "properties");
        require(
                !properties.containsKey("next") || properties.containsKey("items"),
                where,
                "answers with next but without items");
        if (properties.containsKey("next")) {
            var takes = list(operation.get("parameters")).stream()
                    .map(parameter -> String.valueOf(map(parameter).get("name")))
                    .anyMatch(CURSORS::contains);
            require(takes, where, "answers with next and takes neither before nor after");
        }
    }

    private void lintSchema(String name, Map<String, Object> schema) {
        at(schema, "properties").forEach((property, type) -> {
            require(CAMEL.matcher(property).matches(), name, "has a property that is not camelCase: " + property);
            require(
                    !"object".equals(map(type).get("type")) || map(type).containsKey("additionalProperties"),
                    name,
                    "holds an object without a name: " + property);
        });
    }

    private void require(boolean holds, String where, String what) {
        if (!holds) {
            faults.add(where + " " + what);
        }
    }

    static String name(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static Map<String, Object> at(Map<String, Object> from, String... path) {
        var here = from;
        for (var step : path) {
            here = map(here.getOrDefault(step, Map.of()));
        }
        return here;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static List<?> list(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? List.of() : (List<?>) value;
    }
}
