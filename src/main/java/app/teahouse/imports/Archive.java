package app.teahouse.imports;

import app.teahouse.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A ZIP of Markdown files. Its entries are known by their path inside, without the one folder that holds everything, if there is
 * one. Bounded against bombs: an entry is read only up to what it may be large.
 */
final class Archive implements AutoCloseable {
    static final int MOST_ARTICLES = 10_000;
    private static final int MOST_ENTRIES = 50_000;
    private static final int MOST_TEXT_BYTES = 2_000_000;

    /** Ten thousand long articles; a bomb holds a hundred times as much. */
    private static final long MOST_TEXT_BYTES_OF_ALL = 200_000_000;

    private final ZipFile zip;
    private static final Pattern KNOWN = Pattern.compile(
            "(?i)(\\.(md|markdown|png|jpe?g|gif|webp|svg|avif)|(^|/)(manifest\\.csv|\\.[^/]*|Thumbs\\.db))$");
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();
    private long textBytes;

    private Archive(ZipFile zip) {
        this.zip = zip;
    }

    /** @throws Refusal {@code import.no-zip}, {@code import.too-many-files} */
    static Archive open(Path file) throws IOException {
        var archive = new Archive(zip(file));
        try {
            archive.index();
            return archive;
        } catch (RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    /** Names in Chinese archives are often GBK where the ZIP does not say that they are UTF-8. */
    private static ZipFile zip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            try {
                return new ZipFile(file.toFile(), Charset.forName("GB18030"));
            } catch (ZipException _) {
                throw Refusal.invalid("file", "import.no-zip");
            }
        }
    }

    private void index() {
        if (zip.size() > MOST_ENTRIES) {
            throw Refusal.invalid("file", "import.too-many-files");
        }
        var all = zip.stream()
                .filter(entry -> !entry.isDirectory() && !isNoise(entry.getName()))
                .toList();
        var folder = commonFolder(all);
        for (var entry : all) {
            entries.put(entry.getName().replace('\\', '/').substring(folder.length()), entry);
        }
    }

    private static boolean isNoise(String name) {
        return name.startsWith("__MACOSX/")
                || name.endsWith(".DS_Store")
                || name.contains("/.")
                || name.startsWith(".");
    }

    private static String commonFolder(List<? extends ZipEntry> all) {
        if (all.isEmpty()) {
            return "";
        }
        var first = all.getFirst().getName();
        var folder = first.substring(0, first.indexOf('/') + 1);
        return all.stream().allMatch(entry -> entry.getName().startsWith(folder)) ? folder : "";
    }

    /** The paths of all Markdown files, but a README beside others. */
    List<String> articles() {
        var articles = entries.keySet().stream()
                .filter(path -> lower(path).endsWith(".md") || lower(path).endsWith(".markdown"))
                .toList();
        var rest = articles.stream()
                .filter(path -> !lower(path).equals("readme.md"))
                .toList();
        return rest.isEmpty() ? articles : rest;
    }

    /** What is neither text nor picture, and is not taken: some of it, for the report. */
    List<String> others(int most) {
        return entries.keySet().stream()
                .filter(path -> !path.endsWith("/")
                        && !path.contains("__MACOSX")
                        && !KNOWN.matcher(path).find())
                .limit(most)
                .toList();
    }

    boolean has(String path) {
        return entries.containsKey(path);
    }

    /** A text file, or nothing if it is not there. UTF-8, or else GB18030. */
    Optional<String> text(String path) throws IOException {
        var entry = entries.get(path);
        if (entry == null) {
            return Optional.empty();
        }
        byte[] bytes;
        try (var in = zip.getInputStream(entry)) {
            bytes = in.readNBytes(MOST_TEXT_BYTES + 1);
        }
        if (bytes.length > MOST_TEXT_BYTES) {
            throw Refusal.invalid("file", "import.article-too-large");
        }
        textBytes += bytes.length;
        if (textBytes > MOST_TEXT_BYTES_OF_ALL) {
            throw Refusal.invalid("file", "import.too-much-text");
        }
        return Optional.of(decode(bytes));
    }

    private static String decode(byte[] bytes) throws IOException {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (MalformedInputException e) {
            return new String(bytes, Charset.forName("GB18030"));
        }
    }

    /** Any file; whoever reads it bounds it. */
    InputStream read(String path) throws IOException {
        return zip.getInputStream(entries.get(path));
    }

    private static String lower(String path) {
        return path.toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
