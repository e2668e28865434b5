package app.teahouse.circles;

import app.teahouse.files.StoredFiles;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Settings;
import app.teahouse.text.Context;
import app.teahouse.text.Markdown;
import app.teahouse.text.Mention;
import app.teahouse.text.Rendered;
import app.teahouse.text.Stored;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Renders what a circle says of itself. Strangers read it, so it names nobody; its pictures are the circle's files. */
@Component
class FaceText {
    private static final Pattern FILE = Pattern.compile("/f/([a-z2-7]{26})");

    private final Markdown markdown;
    private final StoredFiles files;
    private final String host;

    FaceText(Markdown markdown, StoredFiles files, Settings settings) {
        this.markdown = markdown;
        this.files = files;
        this.host = String.valueOf(settings.url().getHost());
    }

    Rendered render(Face face, String text) {
        return markdown.render(text, new Around(files.of(face.id(), face.slug(), ids(text)), host));
    }

    /** The ids of the files that a text, or the address of a cover, refers to. */
    static List<String> ids(String text) {
        return FILE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .limit(50)
                .toList();
    }

    private record Around(Map<String, Stored> files, String host) implements Context {

        @Override
        public Optional<Mention> mention(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<Stored> file(String id) {
            return Optional.ofNullable(files.get(id));
        }

        @Override
        public boolean isOwn(String other) {
            return other.equalsIgnoreCase(host);
        }
    }
}
