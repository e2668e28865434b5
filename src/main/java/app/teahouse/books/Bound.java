package app.teahouse.books;

import app.teahouse.exits.Portable;
import app.teahouse.exits.Volume;
import app.teahouse.files.OpenFile;
import app.teahouse.kernel.Face;
import app.teahouse.takeaway.Parcel;
import app.teahouse.web.Words;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A book between its covers while it is made.
 *
 * @param madeAt when it was asked for; the same book made twice is the same
 */
record Bound(
        Face circle, Volume volume, Instant madeAt, Parcel parcel, OpenFile files, Portable portable, Words words) {

    static final String FOLDER = "EPUB/";

    Locale language() {
        return circle.language();
    }

    String say(String key) {
        return words.say(Words.nearest(language()), key);
    }

    void put(String path, String content) throws IOException {
        parcel.put(FOLDER + path, content);
    }

    String online(String path) {
        return portable.online(circle, path);
    }

    /** Puts a file of the circle's in; answers what it is called there, or null if there is none. */
    @Nullable
    String take(String key, String name) throws IOException {
        var known = files.known(circle.id(), key)
                .filter(file -> file.type().startsWith("image/"))
                .orElse(null);
        if (known == null) {
            return null;
        }
        try (var content = files.open(known).orElse(null)) {
            if (content == null) {
                return null;
            }
            var path = name + "." + known.ending();
            parcel.store(FOLDER + path, content);
            return path;
        }
    }
}
