package app.teahouse.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Finds the demo's texts and pictures, which stand in the program as files of {@code demo/}. */
@Component
class Texts {
    private final PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();

    /** The folders of all circles, in the order of their names: a circle is a folder with a {@code circle.md}. */
    List<String> circles() {
        return found("classpath*:demo/*/*/circle.md").stream()
                .map(file -> address(file).replaceFirst(".*/(demo/[^/]+/[^/]+)/circle\\.md$", "$1"))
                .distinct()
                .toList();
    }

    /** All entries of the files whose names match. */
    List<Entry> entries(String pattern) {
        var entries = new ArrayList<Entry>();
        for (var file : found("classpath*:" + pattern)) {
            try {
                entries.addAll(Entry.all(file.getContentAsString(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return entries;
    }

    InputStream picture(String name) {
        try {
            return new ClassPathResource("demo/pictures/" + name).getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Resource> found(String pattern) {
        try {
            var found = new ArrayList<>(List.of(files.getResources(pattern)));
            found.sort(Comparator.comparing(Texts::address));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address(Resource file) {
        try {
            return file.getURL().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
