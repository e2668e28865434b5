package app.teahouse.readers;

import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Staff;
import app.teahouse.members.MemberCard;
import app.teahouse.readers.MyReadingApi.ReadPostsJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who reads what in a circle, for the programs of its staff. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/readers")
class ReadersApi {
    private final PostReaders postReaders;
    private final ColumnReaders columnReaders;
    private final MemberReading memberReading;

    ReadersApi(PostReaders postReaders, ColumnReaders columnReaders, MemberReading memberReading) {
        this.postReaders = postReaders;
        this.columnReaders = columnReaders;
        this.memberReading = memberReading;
    }

    /**
     * @param readers who opened it; those who do not show what they read are counted in fives, or not at all
     * @param median how far the one in the middle came, in hundredths
     * @param seconds how long each read, in the mean
     * @param stops how many came to which tenth of it
     */
    record ReadersOfPostJson(
            long number, String title, int readers, int finished, int median, long seconds, List<Integer> stops) {
        static ReadersOfPostJson of(PostReport post) {
            var counted = post.counted();
            return new ReadersOfPostJson(
                    post.number(),
                    post.name(),
                    counted.readers(),
                    counted.finished(),
                    counted.median(),
                    counted.seconds(),
                    counted.stops());
        }
    }

    @GetMapping("/posts")
    Cursor<ReadersOfPostJson> posts(
            Staff staff,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "30") int limit) {
        var page = postReaders.posts(staff, ReadersPages.number(before, Long.MAX_VALUE), Math.clamp(limit, 1, 100));
        return new Cursor<>(page.items().stream().map(ReadersOfPostJson::of).toList(), page.next());
    }

    @GetMapping("/posts/{number}")
    ReadersOfPostJson post(Staff staff, @PathVariable long number) {
        return ReadersOfPostJson.of(postReaders.post(staff, number));
    }

    record ReaderJson(long number, String alias) {
        static ReaderJson of(MemberCard card) {
            return new ReaderJson(card.number(), card.alias());
        }
    }

    /** @param part how far they came, in thousandths */
    record PostReaderJson(
            ReaderJson member,
            int part,
            int seconds,
            Instant openedAt,
            @Nullable Instant finishedAt) {}

    @GetMapping("/posts/{number}/members")
    Cursor<PostReaderJson> readers(
            Staff staff,
            @PathVariable long number,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "30") int limit) {
        postReaders.post(staff, number);
        var page = postReaders.readers(staff, number, before, Math.clamp(limit, 1, 100));
        return new Cursor<>(
                page.items().stream()
                        .map(one -> new PostReaderJson(
                                ReaderJson.of(one.card()), one.part(), one.seconds(), one.openedAt(), one.finishedAt()))
                        .toList(),
                page.next());
    }

    record ReadersOfPartJson(int place, int done, int lost, ReadersOfPostJson post) {}

    /**
     * @param countedAt null in a large circle whose job has not counted this column yet; the sums are 0 then
     * @param notBegun of those who show what they read
     * @param medianHours from opening the first part to the end, for the one in the middle
     */
    record ReadersOfColumnJson(
            long number,
            String name,
            boolean course,
            @Nullable Instant countedAt,
            int notBegun,
            int begun,
            int finished,
            @Nullable Long medianHours,
            List<ReadersOfPartJson> parts) {}

    @GetMapping("/columns/{number}")
    ReadersOfColumnJson column(Staff staff, @PathVariable long number) {
        var report = columnReaders.report(staff, number);
        return new ReadersOfColumnJson(
                report.number(),
                report.name(),
                report.course(),
                report.countedAt(),
                report.notBegun(),
                report.begun(),
                report.finished(),
                report.medianSeconds() == null ? null : report.medianSeconds() / 3600,
                report.items().stream().map(ReadersApi::part).toList());
    }

    private static ReadersOfPartJson part(ColumnReport.ItemReport item) {
        var counted = item.counted();
        return new ReadersOfPartJson(
                item.place(),
                item.done(),
                item.lost(),
                new ReadersOfPostJson(
                        item.number(),
                        item.name(),
                        counted.readers(),
                        counted.finished(),
                        counted.median(),
                        counted.seconds(),
                        counted.stops()));
    }

    /** @param progress {@code not_begun}, {@code going} or {@code finished} */
    record ColumnReaderJson(
            ReaderJson member,
            String progress,
            int done,
            int parts,
            @Nullable Instant begunAt,
            @Nullable Instant lastAt) {}

    @GetMapping("/columns/{number}/members")
    Cursor<ColumnReaderJson> columnMembers(
            Staff staff,
            @PathVariable long number,
            @RequestParam(required = false) @Nullable String who,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "30") int limit) {
        var page = columnReaders.members(
                staff, number, ReadersPages.progress(who), ReadersPages.number(before, 0), Math.clamp(limit, 1, 100));
        return new Cursor<>(
                page.items().stream()
                        .map(one -> new ColumnReaderJson(
                                ReaderJson.of(one.card()),
                                Db.name(one.progress()),
                                one.done(),
                                one.items(),
                                one.begunAt(),
                                one.lastAt()))
                        .toList(),
                page.next());
    }

    @GetMapping("/members/{number}")
    ReadPostsJson member(
            Staff staff,
            @PathVariable long number,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "30") int limit) {
        return ReadPostsJson.of(memberReading.posts(
                staff, number, ReadersPages.number(before, Long.MAX_VALUE), Math.clamp(limit, 1, 100)));
    }
}
