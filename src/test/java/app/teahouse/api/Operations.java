package app.teahouse.api;

import static app.teahouse.api.Schemas.sorted;

import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Staff;
import app.teahouse.kernel.Visitor;
import app.teahouse.routes.Route;
import app.teahouse.web.On;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.multipart.MultipartFile;

/** What the OpenAPI document says of one door, read off its method. */
final class Operations {
    private static final Map<Class<?>, String> ASKS_FOR = Map.of(
            Person.class, "Asks for somebody who is signed in.",
            Onlooker.class, "Asks for somebody who may see the circle from outside.",
            Member.class, "Asks for a member of the circle.",
            Staff.class, "Asks for the circle's staff.",
            Partner.class, "Asks for the circle's owner or a partner.",
            Owner.class, "Asks for the circle's owner.",
            Operator.class, "Asks for an operator of the site.",
            Visitor.class, "Asks for nobody in particular.");

    private final Schemas schemas;
    private final Properties summaries;

    Operations(Schemas schemas, Properties summaries) {
        this.schemas = schemas;
        this.summaries = summaries;
    }

    /** {@code CommentApi.write} is {@code commentWrite}: stable while class and method keep their names. */
    static String id(Route route) {
        var type = route.door().getBeanType().getSimpleName().replaceAll("Api$", "");
        var method = route.door().getMethod().getName();
        return type.substring(0, 1).toLowerCase(Locale.ROOT)
                + type.substring(1)
                + method.substring(0, 1).toUpperCase(Locale.ROOT)
                + method.substring(1);
    }

    static String room(Class<?> type) {
        return type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
    }

    Map<String, Object> of(Route route) {
        var operation = sorted(
                "operationId", id(route),
                "summary", summaries.getProperty(id(route), ""),
                "description", description(route),
                "tags", List.of(room(route.door().getBeanType())),
                "security", security(route),
                "responses", responses(route));
        var parameters = parameters(route);
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        var body = body(route);
        if (body != null) {
            operation.put("requestBody", body);
        }
        return operation;
    }

    private static String description(Route route) {
        for (var parameter : route.door().getMethodParameters()) {
            var on = parameter.getParameterAnnotation(On.class);
            if (parameter.getParameterType() == Speaker.class && on != null) {
                return "Asks for a member who may speak on the surface "
                        + on.value().name().toLowerCase(Locale.ROOT) + ".";
            }
        }
        if (route.asksForA(Person.class) && route.asksForA(Onlooker.class)) {
            return "Asks for somebody who is signed in and may see the circle from outside.";
        }
        return ASKS_FOR.getOrDefault(route.proof().orElse(Visitor.class), "");
    }

    private static boolean isOpen(Route route) {
        return !route.asksForA(Person.class)
                && route.proof()
                        .filter(proof -> proof != Visitor.class && proof != Onlooker.class)
                        .isEmpty();
    }

    private static List<Map<String, Object>> security(Route route) {
        var scopes = new ArrayList<>(List.of(route.isWrite() ? "write" : "read"));
        if (Stream.of(Staff.class, Partner.class, Owner.class, Operator.class).anyMatch(route::asksForA)) {
            scopes.add("manage");
        }
        var token = Map.<String, Object>of("token", scopes);
        return isOpen(route) ? List.of(Map.of(), token) : List.of(token);
    }

    private List<Object> parameters(Route route) {
        var parameters = new ArrayList<Object>();
        if (route.isOfACircle()) {
            parameters.add(sorted("$ref", "#/components/parameters/slug"));
        }
        for (var parameter : route.door().getMethodParameters()) {
            var path = parameter.getParameterAnnotation(PathVariable.class);
            var query = parameter.getParameterAnnotation(RequestParam.class);
            if (path != null && !name(parameter, path.value()).equals("slug")) {
                parameters.add(sorted(
                        "name",
                        name(parameter, path.value()),
                        "in",
                        "path",
                        "required",
                        true,
                        "schema",
                        plain(parameter)));
            } else if (query != null && parameter.getParameterType() != MultipartFile.class) {
                parameters.add(query(parameter, query));
            }
        }
        if (route.method().equals(HttpMethod.POST)) {
            parameters.add(sorted(
                    "$ref",
                    "#/components/parameters/" + (needsKey(route) ? "neededIdempotencyKey" : "idempotencyKey")));
        }
        return parameters;
    }

    /** The doors that look at the key themselves do it to refuse whoever brings none. */
    private static boolean needsKey(Route route) {
        return Stream.of(route.door().getMethodParameters())
                .map(parameter -> parameter.getParameterAnnotation(RequestHeader.class))
                .anyMatch(header -> header != null && header.name().equals("Idempotency-Key"));
    }

    private Map<String, Object> query(MethodParameter parameter, RequestParam query) {
        var schema = plain(parameter);
        var hasDefault = !query.defaultValue().equals(ValueConstants.DEFAULT_NONE);
        if (hasDefault) {
            schema.put(
                    "default",
                    switch (String.valueOf(schema.get("type"))) {
                        case "integer" -> Long.valueOf(query.defaultValue());
                        case "boolean" -> Boolean.valueOf(query.defaultValue());
                        default -> query.defaultValue();
                    });
        }
        return sorted(
                "name",
                name(parameter, query.value()),
                "in",
                "query",
                "required",
                query.required() && !hasDefault && !Schemas.isNullable(annotated(parameter)),
                "schema",
                schema);
    }

    private static java.lang.reflect.AnnotatedType annotated(MethodParameter parameter) {
        return Objects.requireNonNull(parameter.getMethod())
                .getAnnotatedParameterTypes()[parameter.getParameterIndex()];
    }

    /** In an address an id may be written with dashes or as 26 letters and digits. */
    private Map<String, Object> plain(MethodParameter parameter) {
        if (app.teahouse.kernel.Id.class.isAssignableFrom(parameter.getParameterType())) {
            return sorted("type", "string");
        }
        return schemas.of(parameter.getGenericParameterType());
    }

    private static String name(MethodParameter parameter, String given) {
        return given.isEmpty()
                ? Objects.requireNonNull(parameter.getMethod())
                        .getParameters()[parameter.getParameterIndex()]
                        .getName()
                : given;
    }

    private @org.jspecify.annotations.Nullable Map<String, Object> body(Route route) {
        var files = new TreeMap<String, Object>();
        for (var parameter : route.door().getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                return sorted(
                        "required",
                        true,
                        "content",
                        content("application/json", schemas.of(parameter.getGenericParameterType())));
            }
            if (parameter.getParameterType() == MultipartFile.class) {
                var query = parameter.getParameterAnnotation(RequestParam.class);
                files.put(
                        name(parameter, query == null ? "" : query.value()),
                        sorted("type", "string", "format", "binary"));
            }
        }
        return files.isEmpty()
                ? null
                : sorted(
                        "required",
                        true,
                        "content",
                        content("multipart/form-data", sorted("type", "object", "properties", files)));
    }

    private Map<String, Object> responses(Route route) {
        var responses = new TreeMap<String, Object>();
        responses.put(String.valueOf(success(route).value()), answer(route));
        if (!isOpen(route)) {
            refuse(responses, "401", "SignInNeeded");
            refuse(responses, "403", "NotAllowed");
        }
        if (route.path().contains("{") || route.asksForA(Operator.class)) {
            refuse(responses, "404", "NotFound");
        }
        if (route.isWrite()) {
            refuse(responses, "409", "Conflict");
            refuse(responses, "422", "Invalid");
        }
        refuse(responses, "429", "TooMany");
        refuse(responses, "503", "Busy");
        return responses;
    }

    private static void refuse(Map<String, Object> responses, String status, String name) {
        responses.put(status, sorted("$ref", "#/components/responses/" + name));
    }

    /** A POST that answers with an entity answers with the address of what it made. */
    private static HttpStatus success(Route route) {
        var status = route.door().getMethodAnnotation(ResponseStatus.class);
        if (status != null) {
            return status.value();
        }
        return isMaking(route) ? HttpStatus.CREATED : HttpStatus.OK;
    }

    private static boolean isMaking(Route route) {
        return route.method().equals(HttpMethod.POST)
                && route.door().getMethod().getReturnType() == ResponseEntity.class;
    }

    private Map<String, Object> answer(Route route) {
        Type type = route.door().getMethod().getGenericReturnType();
        if (type instanceof ParameterizedType entity && entity.getRawType() == ResponseEntity.class) {
            type = entity.getActualTypeArguments()[0];
        }
        if (type == void.class || type == Void.class) {
            return sorted("description", "Done.");
        }
        var isJson =
                type instanceof ParameterizedType || ((Class<?>) type).getName().startsWith("app.teahouse.");
        var answer = sorted(
                "description", isMaking(route) ? "Made; the header Location tells where." : "Here it is.",
                "content",
                        isJson
                                ? content("application/json", schemas.of(type))
                                : content("application/octet-stream", sorted("type", "string", "format", "binary")));
        if (isMaking(route)) {
            answer.put(
                    "headers",
                    Map.of("Location", sorted("schema", sorted("type", "string", "format", "uri-reference"))));
        }
        return answer;
    }

    private static Map<String, Object> content(String type, Map<String, Object> schema) {
        return Map.of(type, sorted("schema", schema));
    }
}
