package app.teahouse.books;

import app.teahouse.exits.Chapter;
import app.teahouse.exits.Portable;
import app.teahouse.exits.Volume;
import app.teahouse.exits.Volume.Entry;
import app.teahouse.exits.Volumes;
import app.teahouse.files.OpenFile;
import app.teahouse.kernel.Member;
import app.teahouse.takeaway.Budget;
import app.teahouse.takeaway.Parcel;
import app.teahouse.takeaway.Progress;
import app.teahouse.takeaway.Takeaway;
import app.teahouse.takeaway.TakeawayKind;
import app.teahouse.web.Words;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Makes an EPUB, a few posts at a time. Which posts, and in which order, is settled by the first step: the cursor names those that
 * are still to come after those that are there.
 */
@Component
class MakeBook implements TakeawayKind {
    private static final int AT_ONCE = 10;

    private final Volumes volumes;
    private final Portable portable;
    private final OpenFile files;
    private final Words words;

    MakeBook(Volumes volumes, Portable portable, OpenFile files, Words words) {
        this.volumes = volumes;
        this.portable = portable;
        this.files = files;
        this.words = words;
    }

    @Override
    public String name() {
        return "book";
    }

    @Override
    public For whom() {
        return For.MEMBERS;
    }

    @Override
    public String title() {
        return "books.title";
    }

    @Override
    public String icon() {
        return "book";
    }

    /** Where it stands: how many posts are in, and all of them in their order. */
    private record Cursor(int at, List<Long> numbers) {
        static Cursor of(String text, Volume volume) {
            if (text.isEmpty()) {
                return new Cursor(0, volume.numbers());
            }
            var parts = Arrays.stream(text.split(" ")).map(Long::valueOf).toList();
            return new Cursor(parts.getFirst().intValue(), parts.subList(1, parts.size()));
        }

        String text() {
            return at + " " + numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
    }

    @Override
    public Progress step(Takeaway takeaway, Parcel parcel, Budget budget) throws IOException {
        var member = takeaway.member();
        var volume = volume(member, takeaway.wish());
        return step(member, volume, takeaway.askedAt(), takeaway.cursor(), parcel, budget);
    }

    /** The highlights, or a column by its number. */
    Volume volume(Member member, String wish) {
        return wish.equals("highlights") ? volumes.highlights(member) : volumes.column(member, Long.parseLong(wish));
    }

    /** All of it at once; for small ones. */
    void make(Member member, Volume volume, Instant now, Parcel parcel) throws IOException {
        var cursor = "";
        for (var made = 0; made <= volume.entries().size() + 1; made++) {
            var progress = step(member, volume, now, cursor, parcel, Budget.of(AT_ONCE));
            if (progress.finished()) {
                return;
            }
            cursor = progress.cursor();
        }
        throw new IOException("A book has no end: " + volume.path());
    }

    private Progress step(Member member, Volume volume, Instant now, String from, Parcel parcel, Budget budget)
            throws IOException {
        var cursor = Cursor.of(from, volume);
        var numbers = cursor.numbers();
        var settled = settled(volume, numbers);
        var book = new Bound(member.face(), settled, now, parcel, files, portable, words);
        if (from.isEmpty()) {
            Binding.begin(book);
        }
        var at = cursor.at();
        while (at < numbers.size() && budget.take()) {
            var some = settled.entries().subList(at, Math.min(numbers.size(), at + AT_ONCE));
            put(book, member, some);
            at += some.size();
        }
        if (at < numbers.size()) {
            return new Progress(new Cursor(at, numbers).text(), at, numbers.size(), false);
        }
        new Binding(book, settled.entries()).finish();
        return new Progress("", at, numbers.size(), true);
    }

    private void put(Bound book, Member member, List<Entry> some) throws IOException {
        var chapters = volumes.chapters(member, some.stream().map(Entry::number).toList()).stream()
                .collect(Collectors.toMap(Chapter::number, Function.identity()));
        for (var entry : some) {
            Sheet.put(book, entry.number(), entry.section(), chapters.get(entry.number()));
        }
    }

    /** As it was in the first step, whatever was moved or deleted since. */
    private static Volume settled(Volume volume, List<Long> numbers) {
        Map<Long, Entry> now = volume.entries().stream().collect(Collectors.toMap(Entry::number, Function.identity()));
        var entries = new ArrayList<Entry>();
        for (var number : numbers) {
            entries.add(now.getOrDefault(number, new Entry(number, "#" + number, "")));
        }
        return new Volume(
                volume.id(),
                volume.path(),
                volume.title(),
                volume.promise(),
                volume.cover(),
                List.copyOf(entries),
                volume.pictures());
    }
}
