package app.teahouse.packing;

import app.teahouse.kernel.Refusal;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands in {@code circle.json}: what the archive is, and how much is in it.
 *
 * @param id of the circle, wherever it has been since
 * @param owner the owner's number
 * @param rows by table
 */
public record Manifest(
        String format,
        int version,
        UUID id,
        String name,
        String promise,
        String language,
        String zone,
        long owner,
        String ownerName,
        Map<String, Long> rows) {
    public static final String FORMAT = "teahouse-circle";
    public static final int VERSION = 1;
    static final String PATH = "circle.json";
    private static final int MOST_BYTES = 1_000_000;

    public long count(String table) {
        return rows.getOrDefault(table, 0L);
    }

    public long all() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    /** @throws Refusal {@code luggage.no-circle}, {@code luggage.other-version} */
    public static Manifest read(ZipIn zip, JsonMapper json) throws IOException {
        var content = zip.read(PATH, MOST_BYTES).orElseThrow(() -> Refusal.invalid("file", "luggage.no-circle"));
        try {
            var tree = json.readTree(content);
            if (!tree.path("format").asString("").equals(FORMAT)) {
                throw Refusal.invalid("file", "luggage.no-circle");
            }
            if (tree.path("version").asInt(0) != VERSION) {
                throw Refusal.invalid("file", "luggage.other-version")
                        .with("version", tree.path("version").asString(""));
            }
            var manifest = json.treeToValue(tree, Manifest.class);
            if (!manifest.isGood()) {
                throw Refusal.invalid("file", "luggage.no-circle");
            }
            return manifest;
        } catch (JacksonException e) {
            throw Refusal.invalid("file", "luggage.no-circle");
        }
    }

    @SuppressWarnings("NullAway") // what came in may lack anything
    private boolean isGood() {
        return id != null
                && name != null
                && !name.isBlank()
                && name.length() <= 120
                && promise != null
                && promise.length() <= 400
                && ("en".equals(language) || "zh-CN".equals(language))
                && zone != null
                && ZoneId.getAvailableZoneIds().contains(zone)
                && ownerName != null
                && ownerName.length() <= 200
                && rows != null
                && rows.values().stream().allMatch(many -> many != null && many >= 0 && many < 1_000_000_000_000L);
    }

    public void write(ZipOut zip, JsonMapper json) throws IOException {
        zip.add(PATH, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    }
}
