package app.teahouse.books;

import app.teahouse.exits.Volume;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.security.Limits;
import app.teahouse.takeaway.Handing;
import app.teahouse.takeaway.Parcel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Makes a small book while its reader waits. */
@Component
class HandOutBook {
    static final Duration HOUR = Duration.ofHours(1);

    /** So many posts and pictures take about a second. */
    static final int MOST_POSTS = 40;

    private static final int MOST_PICTURES = 40;
    private static final long MOST_BYTES = 30_000_000;

    private final MakeBook makeBook;
    private final Limits limits;
    private final Clock clock;

    HandOutBook(MakeBook makeBook, Limits limits, Clock clock) {
        this.makeBook = makeBook;
        this.limits = limits;
        this.clock = clock;
    }

    static boolean isSmall(Volume volume) {
        return volume.entries().size() <= MOST_POSTS && volume.pictures() <= MOST_PICTURES;
    }

    static String fileName(Volume volume) {
        var name = volume.title()
                .strip()
                .replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]+", " ")
                .strip();
        var short60 = name.codePointCount(0, name.length()) <= 60
                ? name
                : name.substring(0, name.offsetByCodePoints(0, 60)).strip();
        return (short60.isEmpty() ? "book" : short60) + ".epub";
    }

    /** @throws Refusal {@code book.empty}, {@code book.by-job} */
    ResponseEntity<Resource> handOut(Member member, Volume volume) throws IOException {
        if (volume.entries().isEmpty()) {
            throw Refusal.conflict("book.empty");
        }
        if (!isSmall(volume)) {
            throw Refusal.conflict("book.by-job");
        }
        limits.take("book", member.account().value().toString(), 20, HOUR);
        var folder = Files.createTempDirectory("book");
        try {
            var file = folder.resolve("book.epub");
            try (var parcel = Parcel.open(file, Parcel.Mark.NOTHING)) {
                makeBook.make(member, volume, clock.instant(), parcel);
                parcel.finish();
            }
            return hand(file, fileName(volume));
        } finally {
            clear(folder);
        }
    }

    private static ResponseEntity<Resource> hand(Path file, String name) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw Refusal.conflict("book.by-job");
        }
        return Handing.out(new ByteArrayResource(Files.readAllBytes(file)), name);
    }

    private static void clear(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
