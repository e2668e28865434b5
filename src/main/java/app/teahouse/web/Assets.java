package app.teahouse.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Knows under which address, with a hash of its content, a static file is served for a year. */
@Component
public class Assets {
    private final Properties addresses = new Properties();

    Assets() {
        var manifest = new ClassPathResource("assets.properties");
        if (manifest.exists()) {
            try (var in = manifest.getInputStream()) {
                addresses.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** {@code app.css} becomes something like {@code /a/app.3f9c2e51.css}. */
    public String at(String name) {
        return addresses.getProperty(name, "/a/" + name);
    }
}
