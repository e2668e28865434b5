package app.teahouse.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Knows under which address, with a hash of its content, a static file is served for a year. The build writes the list. */
@Component
public class Assets {
    private static final Properties ADDRESSES = read();

    /** {@code app.css} becomes something like {@code /a/app.3f9c2e51aa04.css}. */
    public String at(String name) {
        return address(name);
    }

    static String address(String name) {
        var address = ADDRESSES.getProperty(name);
        if (address == null) {
            throw new IllegalArgumentException("No asset is called " + name + "; `mvn process-resources` makes them");
        }
        return address;
    }

    private static Properties read() {
        var addresses = new Properties();
        try (var in = new ClassPathResource("assets.properties").getInputStream()) {
            addresses.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return addresses;
    }
}
