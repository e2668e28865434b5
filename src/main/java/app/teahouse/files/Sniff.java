package app.teahouse.files;

import app.teahouse.kernel.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/**
 * Recognises what a file is by its content. Its name only tells apart what is the same inside, such as the formats of office
 * programs; what the browser says is not asked.
 *
 * @param type the media type under which it is handed out; of all that could run in a browser (HTML, SVG, XML), and of all that
 *     is not known, {@code application/octet-stream}
 */
record Sniff(Kind kind, String type) {
    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
    private static final String UNKNOWN = "application/octet-stream";

    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/gif", "image/webp");
    private static final Set<String> CAMERA_ONLY =
            Set.of("image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence");
    private static final Map<String, String> SOUNDS =
            Map.of("audio/mpeg", "audio/mpeg", "audio/mp4", "audio/mp4", "audio/x-m4a", "audio/mp4");
    private static final Set<String> FILMS = Set.of("video/mp4", "application/mp4", "video/x-m4v");
    private static final Set<String> DOCUMENTS = Set.of(
            "application/pdf",
            "application/zip",
            "application/epub+zip",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.oasis.opendocument.presentation");

    /** Plain texts are handed out as what they are to people, but as nothing that a browser would run. */
    private static final Map<String, String> TEXTS = Map.of(
            "text/plain", "text/plain",
            "text/x-web-markdown", "text/markdown",
            "text/markdown", "text/markdown",
            "text/csv", "text/csv");

    /** @throws Refusal {@code file.heic} for pictures that only some phones can open */
    static Sniff of(Path file, String name) throws IOException {
        try (var content = new BufferedInputStream(Files.newInputStream(file))) {
            return of(content, name);
        }
    }

    /** @param content supports marks */
    static Sniff of(InputStream content, String name) throws IOException {
        var type = detect(content, name);
        if (CAMERA_ONLY.contains(type)) {
            throw Refusal.invalid("file", "file.heic");
        }
        if (PICTURES.contains(type)) {
            return new Sniff(Kind.PICTURE, type);
        }
        if (SOUNDS.containsKey(type) || (FILMS.contains(type) && isNamed(name, ".m4a"))) {
            return new Sniff(Kind.AUDIO, SOUNDS.getOrDefault(type, "audio/mp4"));
        }
        if (FILMS.contains(type)) {
            return new Sniff(Kind.VIDEO, "video/mp4");
        }
        if (DOCUMENTS.contains(type)) {
            return new Sniff(Kind.DOCUMENT, type);
        }
        return TEXTS.containsKey(type) ? new Sniff(Kind.DOCUMENT, TEXTS.get(type)) : new Sniff(Kind.OTHER, UNKNOWN);
    }

    /** First without the name: where the content says nothing, the name would decide alone. */
    private static String detect(InputStream content, String name) throws IOException {
        var type = TYPES.detect(content, new Metadata());
        if (type.equals(MediaType.OCTET_STREAM)) {
            return UNKNOWN;
        }
        var hint = new Metadata();
        hint.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        return TYPES.detect(content, hint).getBaseType().toString();
    }

    private static boolean isNamed(String name, String ending) {
        return name.toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
