package app.teahouse.text;

import java.util.SortedMap;

/**
 * A file of this site as a text shows it.
 *
 * @param url where the browser gets it; of a picture, the size that most readers want
 * @param type the media type, such as {@code audio/mpeg}
 * @param width of a picture or video in pixels, or 0 if unknown
 * @param sizes further sizes of a picture: width in pixels → address
 */
public record Stored(
        Kind kind,
        String url,
        String name,
        String type,
        long bytes,
        int width,
        int height,
        SortedMap<Integer, String> sizes) {

    /** How a file is shown. */
    public enum Kind {
        PICTURE,
        AUDIO,
        VIDEO,
        OTHER
    }
}
