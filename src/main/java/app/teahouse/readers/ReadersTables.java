package app.teahouse.readers;

import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Staff;
import app.teahouse.web.Csv;
import app.teahouse.web.Frame;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists of readers as tables to take away, for staff. */
@Controller
class ReadersTables {
    private static final String HERE = "/c/{slug}/manage/readers";
    private static final int PAGE = 1_000;

    /** More rows than a spreadsheet shows well. */
    private static final int MOST_PAGES = 500;

    private final PostReaders postReaders;
    private final ColumnReaders columnReaders;
    private final MemberReading memberReading;

    ReadersTables(PostReaders postReaders, ColumnReaders columnReaders, MemberReading memberReading) {
        this.postReaders = postReaders;
        this.columnReaders = columnReaders;
        this.memberReading = memberReading;
    }

    @GetMapping(HERE + "/posts/{number}/table")
    void post(Staff staff, Frame frame, @PathVariable long number, HttpServletResponse response) throws IOException {
        postReaders.post(staff, number);
        Csv.send(response, "readers-" + number, out -> {
            line(
                    out,
                    frame.t("readers.head.number"),
                    frame.t("readers.head.name"),
                    frame.t("readers.head.opened"),
                    frame.t("readers.head.finished"),
                    frame.t("readers.head.percent"),
                    frame.t("readers.head.seconds"));
            walk(
                    before -> postReaders.readers(staff, number, before, PAGE),
                    one -> line(
                            out,
                            one.card().number(),
                            one.card().alias(),
                            one.openedAt(),
                            one.finishedAt(),
                            one.percent(),
                            one.seconds()));
        });
    }

    @GetMapping(HERE + "/columns/{number}/table")
    void column(
            Staff staff,
            Frame frame,
            @PathVariable long number,
            @RequestParam(required = false) @Nullable String who,
            HttpServletResponse response)
            throws IOException {
        var asked = ReadersPages.progress(who);
        Csv.send(response, "column-" + number, out -> {
            line(
                    out,
                    frame.t("readers.head.number"),
                    frame.t("readers.head.name"),
                    frame.t("readers.head.progress"),
                    frame.t("readers.head.done"),
                    frame.t("readers.head.parts"),
                    frame.t("readers.head.begun"),
                    frame.t("readers.head.last"));
            walk(
                    after -> columnReaders.members(staff, number, asked, ReadersPages.number(after, 0), PAGE),
                    one -> line(
                            out,
                            one.card().number(),
                            one.card().alias(),
                            frame.t("readers.progress." + Db.name(one.progress())),
                            one.done(),
                            one.items(),
                            one.begunAt(),
                            one.lastAt()));
        });
    }

    @GetMapping(HERE + "/members/{number}/table")
    void member(Staff staff, Frame frame, @PathVariable long number, HttpServletResponse response) throws IOException {
        Csv.send(response, "member-" + number, out -> {
            line(
                    out,
                    frame.t("readers.head.post"),
                    frame.t("readers.head.title"),
                    frame.t("readers.head.percent"),
                    frame.t("readers.head.seconds"),
                    frame.t("readers.head.last"));
            walk(
                    before -> memberReading.posts(staff, number, ReadersPages.number(before, Long.MAX_VALUE), PAGE),
                    post -> line(out, post.number(), post.name(), post.percent(), post.seconds(), post.at()));
        });
    }

    private interface Line<T> {
        void write(T one) throws IOException;
    }

    private static void line(Writer out, @Nullable Object... cells) throws IOException {
        Csv.line(
                out,
                Arrays.stream(cells).map(cell -> Objects.toString(cell, "")).toList());
    }

    private static <T> void walk(Function<@Nullable String, Cursor<T>> pages, Line<T> line) throws IOException {
        String key = null;
        for (var count = 0; count < MOST_PAGES; count++) {
            var page = pages.apply(key);
            for (var one : page.items()) {
                line.write(one);
            }
            key = page.next();
            if (key == null) {
                return;
            }
        }
    }
}
