package app.teahouse.text;

import java.util.List;
import java.util.Set;

/**
 * A text, ready to be stored beside its Markdown and shown.
 *
 * @param html safe to put into a page as it is; says the same in every language
 * @param plain all words without marks, one line per paragraph, for excerpts and search
 * @param mentions the members named, each once
 * @param pictures the pictures shown, in order
 * @param hosts the other sites that are linked
 * @param outline the headings
 * @param words Han characters and words of other scripts together
 * @param minutes to read it, at least 1
 */
public record Rendered(
        String html,
        String plain,
        List<Mention> mentions,
        List<Picture> pictures,
        Set<String> hosts,
        List<Heading> outline,
        int words,
        int minutes) {

    /**
     * A picture in a text.
     *
     * @param address the file's id for a file of this site, else the whole address at another host
     */
    public record Picture(String address, String alt, boolean own) {}

    /**
     * A heading.
     *
     * @param level 2 to 6; a page's own title is 1
     * @param id of its element, for links to it
     */
    public record Heading(int level, String id, String text) {}

    /** The beginning of the text in at most {@code most} characters (code points), cut where a sentence or word ends. */
    public String excerpt(int most) {
        return Excerpt.of(plain, most);
    }
}
