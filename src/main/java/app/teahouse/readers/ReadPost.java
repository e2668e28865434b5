package app.teahouse.readers;

import app.teahouse.kernel.Face;
import java.time.Instant;

/**
 * A post that somebody has opened.
 *
 * @param part how far they came, in thousandths
 * @param at when they read in it last, or finished it
 */
public record ReadPost(
        Face circle, long number, String name, int minutes, int part, int seconds, boolean finished, Instant at) {

    public String url() {
        return "/c/" + circle.slug() + "/p/" + number;
    }

    public int percent() {
        return finished ? 100 : part / 10;
    }
}
