package assets;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Makes what browsers get: Tabler without what no page uses, our own styles and scripts, htmx and the icons, each under a name
 * that holds its hash, with Brotli and gzip beside it, and a list of the names. Maven runs it from source before compiling.
 */
public final class PackAssets {

    private static final String WEBJARS = "META-INF/resources/webjars/";
    private static final Pattern WORD = Pattern.compile("[\\w-]+");
    private static final Pattern SYMBOL = Pattern.compile("(?s)\\s*<symbol id=\"([^\"]+)\".*?</symbol>");
    private static final Pattern ADDRESS = Pattern.compile("asset\\(([\\w./-]+)\\)");
    private static final Set<String> READY = Set.of("png", "jpg", "webp", "woff2");

    private final Path sources;
    private final Path target;
    private final List<Path> pages;
    private final SortedMap<String, String> names = new TreeMap<>();

    private PackAssets(Path project, Path target, List<Path> pages) {
        this.sources = project.resolve("src/main/resources/static");
        this.target = target;
        this.pages = pages;
    }

    /** Arguments: the project, the folder of compiled classes, and one argument {@code name=version} a WebJar. */
    public static void main(String[] arguments) throws IOException {
        var project = Path.of(arguments[0]);
        var versions = new TreeMap<String, String>();
        for (var i = 2; i < arguments.length; i++) {
            var pair = arguments[i].split("=", 2);
            versions.put(pair[0], pair[1]);
        }
        var pages = List.of(
                project.resolve("src/main/jte"),
                project.resolve("src/main/java"),
                project.resolve("src/main/resources/static"));
        new PackAssets(project, Path.of(arguments[1]), pages).pack(versions, project);
    }

    private void pack(SortedMap<String, String> versions, Path project) throws IOException {
        var tabler = webjar("tabler__core/" + versions.get("tabler") + "/dist/css/tabler.min.css");
        var htmx = webjar("htmx.org/" + versions.get("htmx") + "/dist/htmx.min.js");
        var highlight = webjar("highlightjs/" + versions.get("highlightjs") + "/highlight.min.js");
        var words = words();
        var mark = mark(project, words, tabler, htmx, highlight);
        var list = target.resolve("assets.properties");
        if (Files.exists(list) && Files.readString(list).startsWith("# " + mark + "\n")) {
            return;
        }
        empty(target.resolve("static/a"));
        Brotli4jLoader.ensureAvailability();
        put("htmx.js", htmx);
        put("highlight.js", highlight);
        for (var file : files(sources)) {
            var name = sources.relativize(file).toString();
            if (!name.endsWith(".css") && !name.endsWith(".webmanifest")) {
                put(name, name.equals("icons.svg") ? icons(file, words) : Files.readAllBytes(file));
            }
        }
        put("app.webmanifest", addressed(Files.readString(sources.resolve("app.webmanifest"))));
        put("app.css", addressed(styles(text(tabler), words)));
        write(list, mark);
    }

    /** All words of pages, code and scripts: a class or an icon that is none of them is on no page. */
    private Set<String> words() throws IOException {
        var words = new HashSet<String>();
        for (var folder : pages) {
            for (var file : files(folder)) {
                if (file.toString().matches(".*\\.(jte|java|js|html)")) {
                    WORD.matcher(Files.readString(file)).results().forEach(found -> words.add(found.group()));
                }
            }
        }
        return words;
    }

    private String styles(String tabler, Set<String> words) throws IOException {
        var banner = tabler.substring(tabler.indexOf("/*!"), tabler.indexOf("*/") + 2);
        var ours = Stylesheet.parse(Files.readString(sources.resolve("app.css")));
        return banner + "\n"
                + Stylesheet.parse(tabler)
                        .keepClasses(words::contains)
                        .and(ours)
                        .withDarkTwins()
                        .keepWhatIsRead();
    }

    private static byte[] icons(Path file, Set<String> words) throws IOException {
        return SYMBOL.matcher(Files.readString(file))
                .replaceAll(symbol -> words.contains(symbol.group(1)) ? Matcher.quoteReplacement(symbol.group()) : "")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** {@code asset(name)} becomes the address of that asset, which must have been put before. */
    private byte[] addressed(String text) {
        return ADDRESS.matcher(text)
                .replaceAll(found -> {
                    var address = names.get(found.group(1));
                    if (address == null) {
                        throw new IllegalStateException("No asset is called " + found.group(1));
                    }
                    return address;
                })
                .getBytes(StandardCharsets.UTF_8);
    }

    private void put(String name, byte[] content) throws IOException {
        var dot = name.lastIndexOf('.');
        var address = "a/" + name.substring(0, dot) + "." + hash(content).substring(0, 12) + name.substring(dot);
        var file = target.resolve("static").resolve(address);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        if (!READY.contains(name.substring(dot + 1))) {
            Files.write(Path.of(file + ".br"), brotli(content));
            Files.write(Path.of(file + ".gz"), gzip(content));
        }
        names.put(name, "/" + address);
    }

    private static byte[] brotli(byte[] content) throws IOException {
        return Encoder.compress(content, new Encoder.Parameters().setQuality(11));
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    /** Changes when any source of any asset does; written into the list last, so half a run is run again. */
    private String mark(Path project, Set<String> words, byte[]... jars) throws IOException {
        var all = new ByteArrayOutputStream();
        for (var folder : List.of(sources, project.resolve("src/build/java"))) {
            for (var file : files(folder)) {
                all.writeBytes(Files.readAllBytes(file));
            }
        }
        for (var jar : jars) {
            all.writeBytes(jar);
        }
        // Only the words that decide something: a new method name must not pack everything again.
        var known = new HashSet<String>();
        for (var jar : List.of(jars[0], Files.readAllBytes(sources.resolve("icons.svg")))) {
            WORD.matcher(text(jar)).results().forEach(found -> known.add(found.group()));
        }
        words.stream()
                .filter(known::contains)
                .sorted()
                .forEach(word -> all.writeBytes(word.getBytes(StandardCharsets.UTF_8)));
        return hash(all.toByteArray());
    }

    private void write(Path list, String mark) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("# " + mark);
        names.forEach((name, address) -> lines.add(name + "=" + address));
        Files.writeString(list, String.join("\n", lines) + "\n");
    }

    private static byte[] webjar(String path) throws IOException {
        try (var in = PackAssets.class.getClassLoader().getResourceAsStream(WEBJARS + path)) {
            if (in == null) {
                throw new IOException("Not among the WebJars: " + path);
            }
            return in.readAllBytes();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void empty(Path folder) throws IOException {
        for (var file : files(folder)) {
            Files.delete(file);
        }
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
