package app.teahouse.formats;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON that somebody else wrote: bounded in depth and length, and forgiving about what kind a value is. */
final class Json {
    private static final int MOST_DEPTH = 200;
    private static final int MOST_TEXT = 4_000_000;

    private Json() {}

    static JsonMapper mapper() {
        return new JsonMapper(factory());
    }

    /** For one value after the other from one parser. */
    static JsonMapper rows() {
        return JsonMapper.builder(factory())
                .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MOST_DEPTH)
                        .maxStringLength(MOST_TEXT)
                        .build())
                .build();
    }

    static String text(JsonNode node, String name) {
        var value = node.path(name);
        return value.isValueNode() && !value.isNull() ? value.asString("") : "";
    }

    static long number(JsonNode node, String name) {
        return node.path(name).asLong(0);
    }

    static List<String> texts(JsonNode node, String name) {
        var texts = new ArrayList<String>();
        for (var value : node.path(name)) {
            var text =
                    value.isValueNode() && !value.isNull() ? value.asString("").strip() : "";
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }
}
