package app.teahouse.bylines;

import app.teahouse.content.AssignByline;
import app.teahouse.kernel.Staff;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Manage › Content › By-lines. */
@Controller
@RequestMapping("/c/{slug}/manage/content/bylines")
class BylinePages {
    private final BylineSheet sheet;
    private final AssignByline assignByline;
    private final Templates templates;

    BylinePages(BylineSheet sheet, AssignByline assignByline, Templates templates) {
        this.sheet = sheet;
        this.assignByline = assignByline;
        this.templates = templates;
    }

    @GetMapping
    Page list(Staff staff, Frame frame) {
        return Page.of(templates.bylinesList(frame, url(staff), sheet.all(staff)));
    }

    /** Whose is it? At first those are offered whose alias begins like the by-line. */
    @GetMapping("/assign")
    Page choose(
            Staff staff,
            Frame frame,
            @RequestParam(required = false) @Nullable String byline,
            @RequestParam(required = false) @Nullable String q) {
        if (byline == null) {
            return Page.to(url(staff));
        }
        var search = q == null ? byline : q;
        return Page.of(templates.bylinesAssign(
                frame,
                Form.blank(frame, "q", q == null ? "" : q),
                url(staff),
                sheet.one(staff, byline),
                sheet.search(staff, search)));
    }

    @PostMapping("/assign")
    Page assign(Staff staff, Frame frame, Form form, @RequestParam String byline, @RequestParam long member) {
        return form.submit(
                () -> {
                    assignByline.assign(staff, byline, member);
                    return Page.to(url(staff))
                            .saying(
                                    "bylines.assigned",
                                    url(staff) + "/release?byline="
                                            + URLEncoder.encode(byline, StandardCharsets.UTF_8));
                },
                again -> templates.bylinesAssign(
                        frame, again, url(staff), sheet.one(staff, byline), sheet.search(staff, byline)));
    }

    /** It is only a name again. */
    @PostMapping("/release")
    Page release(Staff staff, @RequestParam String byline) {
        assignByline.assign(staff, byline, null);
        return Page.to(url(staff)).saying("bylines.released");
    }

    private static String url(Staff staff) {
        return "/c/" + staff.member().face().slug() + "/manage/content/bylines";
    }
}
