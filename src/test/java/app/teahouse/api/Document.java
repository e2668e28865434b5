package app.teahouse.api;

import static app.teahouse.api.Schemas.sorted;

import app.teahouse.routes.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

/** The OpenAPI document of the JSON API, made from the doors themselves. */
final class Document {
    private static final String KEY =
            "Any text of yours, up to 200 characters. The same request with the same key within a day is done "
                    + "once and answered the same.";

    private final Schemas schemas = new Schemas();
    private final Operations operations;

    Document(Properties summaries) {
        this.operations = new Operations(schemas, summaries);
    }

    Map<String, Object> of(List<Route> routes) {
        var paths = new TreeMap<String, Map<String, Object>>();
        var rooms = new TreeSet<String>();
        for (var route : routes) {
            paths.computeIfAbsent(route.path(), _ -> new TreeMap<>())
                    .put(route.method().name().toLowerCase(Locale.ROOT), operations.of(route));
            rooms.add(Operations.room(route.door().getBeanType()));
        }
        var document = new LinkedHashMap<String, Object>();
        document.put("openapi", "3.1.0");
        document.put("info", info());
        document.put("servers", List.of(sorted("url", "/")));
        document.put("tags", rooms.stream().map(room -> sorted("name", room)).toList());
        document.put("paths", paths);
        document.put("components", components());
        return document;
    }

    private static Map<String, Object> info() {
        var info = new LinkedHashMap<String, Object>();
        info.put("title", "Teahouse");
        info.put("version", "1");
        info.put("description", """
                Everything that the pages do. A personal token in the header Authorization says who asks; make one under \
                /me/tokens. Lists answer items and next: give next back as before (or after) for the next page. Whenever the \
                answer is no, it is a problem (RFC 9457), and its code is listed at /problems.""");
        info.put("license", sorted("name", "Apache-2.0", "identifier", "Apache-2.0"));
        return info;
    }

    private Map<String, Object> components() {
        var all = new TreeMap<String, Object>(schemas.named());
        all.put("Problem", problem());
        all.put("ProblemError", problemError());
        var refusals = new TreeMap<String, Object>();
        refusals.put("SignInNeeded", refusal("Nobody is signed in, or the token is not valid."));
        refusals.put("NotAllowed", refusal("Not for this person, or not within the token's scopes."));
        refusals.put("NotFound", refusal("Not there, or not to be seen by this person."));
        refusals.put("Conflict", refusal("It no longer fits what is there."));
        refusals.put("Invalid", refusal("Something in the request is wrong; errors names each field."));
        refusals.put("TooMany", refusal("Too often; the header Retry-After tells when to try again."));
        refusals.put("Busy", refusal("Not at the moment; the header Retry-After tells when to try again."));
        return sorted(
                "schemas",
                all,
                "responses",
                refusals,
                "parameters",
                sorted(
                        "slug", parameter("slug", "path", true, "The address of the circle."),
                        "idempotencyKey", parameter("Idempotency-Key", "header", false, KEY),
                        "neededIdempotencyKey", parameter("Idempotency-Key", "header", true, KEY)),
                "securitySchemes",
                sorted(
                        "token",
                        sorted(
                                "type", "http",
                                "scheme", "bearer",
                                "description", "A personal token with the scopes read, write and manage.")));
    }

    private static Map<String, Object> parameter(String name, String in, boolean required, String description) {
        return sorted(
                "name", name,
                "in", in,
                "required", required,
                "description", description,
                "schema", sorted("type", "string"));
    }

    private static Map<String, Object> refusal(String description) {
        return sorted(
                "description",
                description,
                "content",
                Map.of("application/problem+json", sorted("schema", sorted("$ref", "#/components/schemas/Problem"))));
    }

    private static Map<String, Object> problem() {
        var text = sorted("type", "string");
        var properties = new LinkedHashMap<String, Object>();
        properties.put("type", sorted("type", "string", "format", "uri-reference"));
        properties.put("title", text);
        properties.put("status", sorted("type", "integer", "format", "int32"));
        properties.put("detail", text);
        properties.put("instance", sorted("type", "string", "format", "uri-reference"));
        properties.put("code", sorted("type", "string", "description", "Stable; all are listed at /problems."));
        properties.put("errors", sorted("type", "array", "items", sorted("$ref", "#/components/schemas/ProblemError")));
        return sorted(
                "type",
                "object",
                "properties",
                properties,
                "required",
                List.of("type", "title", "status", "detail", "instance", "code"),
                "description",
                "Why the answer is no (RFC 9457). Facts of the code stand beside these fields.",
                "additionalProperties",
                true);
    }

    private static Map<String, Object> problemError() {
        var text = sorted("type", "string");
        var properties = new LinkedHashMap<String, Object>();
        properties.put("field", text);
        properties.put("code", text);
        properties.put("detail", text);
        return sorted(
                "type",
                "object",
                "properties",
                properties,
                "required",
                List.of("field", "code", "detail"),
                "additionalProperties",
                true);
    }
}
