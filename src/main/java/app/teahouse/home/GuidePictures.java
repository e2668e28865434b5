package app.teahouse.home;

import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Visitor;
import app.teahouse.text.Context;
import app.teahouse.text.Mention;
import app.teahouse.text.Stored;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The pictures of the guide, from {@code docs/images}. Its text names them as files beside it, so that it can be read in the
 * repository, too.
 */
@Controller
class GuidePictures implements Context {
    private static final String FOLDER = "/guide/pictures/";

    /** In the text while it is rendered; an address that nobody else has. */
    private static final String MARK = "https://guide.invalid/";

    private static final Pattern NAME = Pattern.compile("guide-[a-z]+\\.(?:en|zh)\\.png");
    private static final int BEFORE_SIZE = 16;

    @GetMapping(FOLDER + "{name}")
    ResponseEntity<Resource> picture(Visitor visitor, @PathVariable String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(resource(name).orElseThrow(() -> Refusal.notFound("page.unknown")));
    }

    /** The text with its pictures where they are found when it is rendered. */
    static String named(String markdown) {
        return markdown.replace("](../images/", "](" + MARK);
    }

    private static Optional<Resource> resource(String name) {
        return Optional.<Resource>of(new ClassPathResource("guides/" + name))
                .filter(file -> NAME.matcher(name).matches() && file.exists());
    }

    @Override
    public Optional<String> copy(String address) {
        return Optional.of(address).filter(one -> one.startsWith(MARK)).map(one -> one.substring(MARK.length()));
    }

    @Override
    public Optional<Stored> file(String id) {
        return resource(id).map(picture -> stored(id, picture));
    }

    /** A PNG says its size in its first bytes. One of a phone, which is higher than wide, has two pixels for one. */
    private static Stored stored(String name, Resource picture) {
        try (var in = new DataInputStream(picture.getInputStream())) {
            in.skipNBytes(BEFORE_SIZE);
            var width = in.readInt();
            var height = in.readInt();
            var density = height > width ? 2 : 1;
            return new Stored(
                    Stored.Kind.PICTURE,
                    FOLDER + name,
                    name,
                    MediaType.IMAGE_PNG_VALUE,
                    picture.contentLength(),
                    width / density,
                    height / density,
                    new TreeMap<>());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Mention> mention(String name) {
        return Optional.empty();
    }

    @Override
    public boolean isOwn(String host) {
        return false;
    }
}
