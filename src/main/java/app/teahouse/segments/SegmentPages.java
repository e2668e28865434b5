package app.teahouse.segments;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.members.MemberCard;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import app.teahouse.web.Tab;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Manage › Segments: how many belong to each, who they are, and the screen on which one is put together. */
@Controller
@RequestMapping("/c/{slug}/manage/segments")
class SegmentPages {
    private final Templates templates;
    private final SegmentDesk desk;
    private final Meanings meanings;
    private final WriteSegment writeSegment;

    SegmentPages(Templates templates, SegmentDesk desk, Meanings meanings, WriteSegment writeSegment) {
        this.templates = templates;
        this.desk = desk;
        this.meanings = meanings;
        this.writeSegment = writeSegment;
    }

    static String url(Member member) {
        return "/c/" + member.face().slug() + "/manage/segments";
    }

    private static String url(Staff staff, Segment segment) {
        return url(staff.member()) + "/" + segment.key();
    }

    @GetMapping
    Page list(Staff staff, Frame frame) {
        return Page.of(templates.segmentsList(
                frame, desk.lines(staff.circle(), frame.locale()), desk.isReady(staff.circle())));
    }

    /** An empty one, or with the conditions of another. */
    @GetMapping("/new")
    Page blank(Staff staff, Frame frame, @RequestParam(required = false) @Nullable SegmentId from) {
        var form = from == null
                ? Form.blank(frame, "join", "all")
                : SegmentForm.of(frame, desk.one(staff.circle(), from), "");
        return Page.of(write(staff, frame, form, null));
    }

    private JteModel write(Staff staff, Frame frame, Form form, @Nullable Segment segment) {
        var known = meanings.of(staff.circle());
        return templates.segmentsWrite(
                frame,
                form,
                SegmentForm.rows(form, known, frame.locale()),
                known.choices(Condition.Fact.TAG, frame.locale()),
                preview(staff, form),
                segment == null ? null : segment.key());
    }

    /** Nothing while there is no condition, or one is wrong. */
    private SegmentView.@Nullable Preview preview(Staff staff, Form form) {
        try {
            var filter = SegmentForm.filter(form.value("join"), SegmentForm.lines(form));
            return filter.conditions().isEmpty() || filter.conditions().size() > Filter.MOST
                    ? null
                    : desk.preview(staff.circle(), filter);
        } catch (Refusal _) {
            return null;
        }
    }

    /** Adding and removing rows, and looking at who belongs to it, saves nothing. */
    private static boolean isSketch(Form form) {
        return form.has("more") || form.has("remove") || form.has("show");
    }

    @PostMapping("/new")
    Page make(Staff staff, Frame frame, Form form) {
        if (isSketch(form)) {
            return sketch(staff, frame, form, null);
        }
        return form.submit(
                () -> {
                    var id = writeSegment.make(staff, SegmentForm.wish(form));
                    return Page.to(url(staff, desk.one(staff.circle(), id))).saying("segments.made");
                },
                again -> write(staff, frame, again, null));
    }

    private Page sketch(Staff staff, Frame frame, Form form, @Nullable Segment segment) {
        return form.submit(
                () -> {
                    if (form.has("show")) {
                        SegmentForm.filter(form.value("join"), SegmentForm.lines(form));
                    }
                    var known = meanings.of(staff.circle());
                    return Page.of(write(staff, frame, SegmentForm.rearranged(frame, form, known), segment));
                },
                again -> write(staff, frame, again, segment));
    }

    @GetMapping("/{segment}")
    Page one(
            Staff staff,
            Frame frame,
            @PathVariable SegmentId segment,
            @RequestParam(required = false) @Nullable AccountId after) {
        var known = desk.one(staff.circle(), segment);
        Cursor<MemberCard> members = desk.members(staff.circle(), known, after, SegmentDesk.SIZE);
        return Page.of(templates.segmentsOne(
                frame,
                desk.line(staff.circle(), known, frame.locale()),
                desk.count(staff.circle(), known),
                members,
                desk.tagName(staff.circle(), known, frame.locale()),
                known.takes()));
    }

    @GetMapping("/{segment}/edit")
    Page edit(Staff staff, Frame frame, @PathVariable SegmentId segment) {
        var known = desk.own(staff.circle(), segment);
        return Page.of(
                write(staff, frame, SegmentForm.of(frame, known, known.own() == null ? "" : known.own()), known));
    }

    @PostMapping("/{segment}/edit")
    Page change(Staff staff, Frame frame, Form form, @PathVariable SegmentId segment) {
        var known = desk.own(staff.circle(), segment);
        if (isSketch(form)) {
            return sketch(staff, frame, form, known);
        }
        return form.submit(
                () -> {
                    writeSegment.change(staff, segment, SegmentForm.wish(form));
                    return Page.to(url(staff, known)).saying("web.saved");
                },
                again -> write(staff, frame, again, known));
    }

    @PostMapping("/{segment}/removal")
    Page remove(Staff staff, @PathVariable SegmentId segment) {
        writeSegment.remove(staff, segment);
        return Page.to(url(staff.member())).saying("segments.removed");
    }

    /** Its entry below Manage. */
    @Configuration(proxyBeanMethods = false)
    static class Entry {
        @Bean
        Tab segmentsTab() {
            return new Tab(Tab.Place.MEMBERS, 50, Tab.Who.STAFF, "segments.tab", "/manage/segments");
        }
    }
}
