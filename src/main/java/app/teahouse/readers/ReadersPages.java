package app.teahouse.readers;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Staff;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import app.teahouse.web.Tab;
import gg.jte.generated.precompiled.Templates;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Who reads what in a circle, for its staff. {@link ReadersApi} is the same room's other door, {@link ReadersTables} its tables. */
@Controller
class ReadersPages {
    private static final String HERE = "/c/{slug}/manage/readers";
    private static final int SIZE = 30;

    private final PostReaders postReaders;
    private final ColumnReaders columnReaders;
    private final MemberReading memberReading;
    private final Templates templates;

    ReadersPages(
            PostReaders postReaders, ColumnReaders columnReaders, MemberReading memberReading, Templates templates) {
        this.postReaders = postReaders;
        this.columnReaders = columnReaders;
        this.memberReading = memberReading;
        this.templates = templates;
    }

    @Bean
    static Tab readersTab() {
        return new Tab(Tab.Place.CONTENT, 70, Tab.Who.STAFF, "readers.tab", "/manage/readers");
    }

    @GetMapping(HERE)
    Page all(Staff staff, Frame frame, @RequestParam(required = false) @Nullable String before) {
        return Page.of(templates.readersAll(
                frame,
                before == null ? columnReaders.columns(staff) : List.of(),
                postReaders.posts(staff, number(before, Long.MAX_VALUE), SIZE)));
    }

    @GetMapping(HERE + "/posts/{number}")
    Page post(
            Staff staff,
            Frame frame,
            @PathVariable long number,
            @RequestParam(required = false) @Nullable String before) {
        return Page.of(templates.readersPost(
                frame, postReaders.post(staff, number), postReaders.readers(staff, number, before, SIZE)));
    }

    @GetMapping(HERE + "/columns/{number}")
    Page column(
            Staff staff,
            Frame frame,
            @PathVariable long number,
            @RequestParam(required = false) @Nullable String who,
            @RequestParam(required = false) @Nullable String before) {
        var asked = progress(who);
        return Page.of(templates.readersColumn(
                frame,
                columnReaders.report(staff, number),
                asked,
                columnReaders.members(staff, number, asked, number(before, 0), SIZE)));
    }

    @GetMapping(HERE + "/members/{number}")
    Page member(
            Staff staff,
            Frame frame,
            @PathVariable long number,
            @RequestParam(required = false) @Nullable String before) {
        return Page.of(templates.readersMember(
                frame,
                memberReading.member(staff, number),
                memberReading.posts(staff, number, number(before, Long.MAX_VALUE), SIZE)));
    }

    /** What is not one of the choices is as if not asked. */
    static @Nullable Progress progress(@Nullable String name) {
        return Arrays.stream(Progress.values())
                .filter(one -> Db.name(one).equals(name))
                .findFirst()
                .orElse(null);
    }

    static long number(@Nullable String text, long otherwise) {
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : otherwise;
    }
}
