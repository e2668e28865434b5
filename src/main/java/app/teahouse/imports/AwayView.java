package app.teahouse.imports;

import app.teahouse.kernel.Cursor;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * The pictures at other hosts that the articles of an import show.
 *
 * @param known those nobody asked to fetch
 * @param missing those that could not be had, a page of them
 */
public record AwayView(int known, int waiting, int fetched, int failed, Cursor<Missing> missing) {

    /**
     * A picture that could not be had.
     *
     * @param id as it stands in addresses
     * @param number the first post that shows it
     */
    public record Missing(String id, String address, String host, String reason, long number) {

        /** What people recognise it by: the end of its address. */
        public String name() {
            var path = address.replaceFirst("[?#].*$", "").replaceFirst("/+$", "");
            var name = path.substring(path.lastIndexOf('/') + 1);
            try {
                return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                return name;
            }
        }
    }

    public boolean isFetching() {
        return waiting > 0;
    }

    public boolean isEmpty() {
        return total() == 0;
    }

    public int total() {
        return known + waiting + fetched + failed;
    }

    /** How many of those asked for are settled. */
    public int settled() {
        return fetched + failed;
    }
}
