package app.teahouse.imports;

import app.teahouse.formats.Wishes;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.outside.Fetch;
import app.teahouse.outside.Fetched;
import app.teahouse.outside.Miss;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Staff name the address of a feed; it is fetched once, as pictures are, and then read like a file. */
@Component
class FetchFeed {
    private static final String KINDS =
            "application/rss+xml, application/atom+xml, application/xml, text/xml, text/*;q=0.5";
    private static final int MOST_BYTES = 20_000_000;
    private static final int BEGINNING = 8_000;
    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final Fetch fetch;
    private final ReadArchive readArchive;

    FetchFeed(Fetch fetch, ReadArchive readArchive) {
        this.fetch = fetch;
        this.readArchive = readArchive;
    }

    /** @throws Refusal {@code import.not-fetched}, {@code import.no-feed}, {@code import.feed-gone}, {@code import.feed-too-large} */
    RunId read(Staff staff, String address) {
        var name = address.length() <= 120 ? address : address.substring(0, 120);
        return switch (fetched(address)) {
            case Fetched.Got(var body)
            when isFeed(body) -> readArchive.read(staff, name, new ByteArrayInputStream(body), Wishes.NONE);
            case Fetched.Got _ -> throw Refusal.invalid("address", "import.no-feed");
            case Fetched.Missed(var why) -> throw missed(why);
        };
    }

    /** By its first element: pages in HTML are served at addresses that look like a feed's. */
    private static boolean isFeed(byte[] body) {
        var start = new String(body, 0, Math.min(body.length, BEGINNING), StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .toLowerCase(Locale.ROOT);
        return start.contains("<rss") || start.contains("<feed") || start.contains("<rdf:rdf");
    }

    private static Refusal missed(Miss why) {
        return switch (why) {
            case NOT_THERE -> Refusal.invalid("address", "import.feed-gone");
            case WRONG_TYPE -> Refusal.invalid("address", "import.no-feed");
            case TOO_LARGE ->
                Refusal.invalid("address", "import.feed-too-large").with("megabytes", MOST_BYTES / 1_000_000);
            default -> Refusal.invalid("address", "import.not-fetched");
        };
    }

    private Fetched fetched(String address) {
        try {
            return fetch.get(new Fetch.Wish(address, KINDS, MOST_BYTES, WITHIN));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.busy("import.not-fetched");
        }
    }
}
