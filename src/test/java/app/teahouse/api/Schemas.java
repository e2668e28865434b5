package app.teahouse.api;

import app.teahouse.kernel.Id;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schemas of the records that the API reads and answers with. Each record has one, called after its room:
 * {@code comments.Comment} for {@code CommentApi.CommentJson}.
 */
final class Schemas {
    private static final Map<Type, Map<String, Object>> PLAIN = Map.ofEntries(
            Map.entry(String.class, Map.of("type", "string")),
            Map.entry(boolean.class, Map.of("type", "boolean")),
            Map.entry(Boolean.class, Map.of("type", "boolean")),
            Map.entry(int.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(Integer.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(Long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(double.class, Map.of("type", "number", "format", "double")),
            Map.entry(UUID.class, Map.of("type", "string", "format", "uuid")),
            Map.entry(Instant.class, Map.of("type", "string", "format", "date-time")),
            Map.entry(LocalDate.class, Map.of("type", "string", "format", "date")),
            Map.entry(URI.class, Map.of("type", "string", "format", "uri")),
            Map.entry(Locale.class, Map.of("type", "string")),
            Map.entry(ZoneId.class, Map.of("type", "string")),
            Map.entry(Object.class, Map.of()));

    private final SortedMap<String, Map<String, Object>> named = new TreeMap<>();
    private final Map<String, Type> owners = new HashMap<>();

    /** All that were named so far. */
    SortedMap<String, Map<String, Object>> named() {
        return named;
    }

    /** The schema of a type: written out where it is plain, a reference where it is a record. */
    Map<String, Object> of(Type type) {
        return of(type, Map.of());
    }

    private Map<String, Object> of(Type type, Map<TypeVariable<?>, Type> bound) {
        if (type instanceof TypeVariable<?> variable) {
            return of(bound.getOrDefault(variable, Object.class), bound);
        }
        var plain = PLAIN.get(type);
        if (plain != null) {
            return new TreeMap<>(plain);
        }
        if (type instanceof ParameterizedType generic) {
            return generic(generic, bound);
        }
        if (type instanceof Class<?> known) {
            return ofClass(known);
        }
        throw new IllegalStateException("The API can't say what " + type + " looks like");
    }

    private Map<String, Object> generic(ParameterizedType type, Map<TypeVariable<?>, Type> bound) {
        var raw = (Class<?>) type.getRawType();
        var arguments = type.getActualTypeArguments();
        if (Collection.class.isAssignableFrom(raw)) {
            return sorted("type", "array", "items", of(arguments[0], bound));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return sorted("type", "object", "additionalProperties", of(arguments[1], bound));
        }
        var inside = new HashMap<TypeVariable<?>, Type>();
        for (var i = 0; i < arguments.length; i++) {
            var argument = arguments[i] instanceof TypeVariable<?> variable
                    ? bound.getOrDefault(variable, Object.class)
                    : arguments[i];
            inside.put(raw.getTypeParameters()[i], argument);
        }
        var first = (Class<?>) inside.get(raw.getTypeParameters()[0]);
        var kind = raw.getSimpleName().equals("Cursor") ? "Page" : bare(raw);
        return reference(name(first) + kind, type, raw, inside);
    }

    private Map<String, Object> ofClass(Class<?> type) {
        if (type.isArray()) {
            return sorted("type", "array", "items", of(type.getComponentType()));
        }
        if (type.isEnum()) {
            return sorted(
                    "type",
                    "string",
                    "enum",
                    Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList());
        }
        if (Id.class.isAssignableFrom(type)) {
            throw new IllegalStateException(
                    type.getSimpleName() + " stands in an answer of the API; write its value()");
        }
        if (!type.isRecord()) {
            throw new IllegalStateException(type + " stands in the API and is not a record");
        }
        return reference(name(type), type, type, Map.of());
    }

    private Map<String, Object> reference(String name, Type owner, Class<?> record, Map<TypeVariable<?>, Type> bound) {
        var other = owners.putIfAbsent(name, owner);
        if (other == null) {
            named.put(name, Map.of());
            named.put(name, record(record, bound));
        } else if (!other.equals(owner)) {
            throw new IllegalStateException("Two records of the API are both " + name + ": " + other + " and " + owner
                    + ". Give one of them a better name");
        }
        return sorted("$ref", "#/components/schemas/" + name);
    }

    private Map<String, Object> record(Class<?> type, Map<TypeVariable<?>, Type> bound) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new java.util.ArrayList<String>();
        for (var component : type.getRecordComponents()) {
            var schema = of(component.getGenericType(), bound);
            var nullable = isNullable(component);
            properties.put(component.getName(), nullable ? orNull(schema) : schema);
            if (!nullable) {
                required.add(component.getName());
            }
        }
        var schema = new TreeMap<String, Object>(Map.of("type", "object", "properties", properties));
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private static Map<String, Object> orNull(Map<String, Object> schema) {
        if (schema.get("type") instanceof String type) {
            var wider = new TreeMap<>(schema);
            wider.put("type", List.of(type, "null"));
            return wider;
        }
        return sorted("anyOf", List.of(schema, Map.of("type", "null")));
    }

    private static boolean isNullable(RecordComponent component) {
        AnnotatedType type = component.getAnnotatedType();
        return isNullable(type);
    }

    static boolean isNullable(AnnotatedElement element) {
        return element.isAnnotationPresent(Nullable.class);
    }

    /** The room and the record's name, without the word that says how it travels. */
    private static String name(Class<?> type) {
        return Operations.room(type) + "." + bare(type);
    }

    private static String bare(Class<?> type) {
        return type.getSimpleName().replaceAll("(Json|View)$", "");
    }

    static Map<String, Object> sorted(Object... keysAndValues) {
        var map = new TreeMap<String, Object>();
        for (var i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
