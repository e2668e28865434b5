package app.teahouse.imports;

import app.teahouse.formats.Wishes;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.outside.Fetch;
import app.teahouse.outside.Fetched;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Staff name the address of a feed; it is fetched once, as pictures are, and then read like a file. */
@Component
class FetchFeed {
    private static final String KINDS =
            "application/rss+xml, application/atom+xml, application/xml, text/xml, text/*;q=0.5";
    private static final int MOST_BYTES = 20_000_000;
    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final Fetch fetch;
    private final ReadArchive readArchive;

    FetchFeed(Fetch fetch, ReadArchive readArchive) {
        this.fetch = fetch;
        this.readArchive = readArchive;
    }

    /** @throws Refusal {@code import.not-fetched} */
    RunId read(Staff staff, String address) {
        var name = address.length() <= 120 ? address : address.substring(0, 120);
        return switch (fetched(address)) {
            case Fetched.Got(var body) -> readArchive.read(staff, name, new ByteArrayInputStream(body), Wishes.NONE);
            case Fetched.Missed _ -> throw Refusal.invalid("address", "import.not-fetched");
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
