package app.teahouse.membertags;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where staff arrange the tags of their members, see who has one, and decide what members suggest. */
@Controller
@RequestMapping("/c/{slug}/manage/member-tags")
class MemberTagPages {
    private final Templates templates;
    private final MemberTags tags;
    private final ArrangeMemberTags arrange;
    private final GiveTags giveTags;

    MemberTagPages(Templates templates, MemberTags tags, ArrangeMemberTags arrange, GiveTags giveTags) {
        this.templates = templates;
        this.tags = tags;
        this.arrange = arrange;
        this.giveTags = giveTags;
    }

    static String url(Staff staff) {
        return "/c/" + staff.member().face().slug() + "/manage/member-tags";
    }

    @GetMapping
    Page list(Staff staff, Frame frame) {
        return Page.of(list(staff, frame, Form.blank(frame, "grouping", "expertise", "colour", "jade")));
    }

    private JteModel list(Staff staff, Frame frame, Form form) {
        return templates.membertagsList(
                frame,
                groups(tags.all(staff.circle())),
                tags.wishes(staff.circle()),
                tags.isOwnToSee(staff.circle()),
                form);
    }

    /** Tags that stand together, together. */
    private static List<List<MemberTag>> groups(List<MemberTag> all) {
        var groups = new ArrayList<List<MemberTag>>();
        for (var tag : all) {
            if (groups.isEmpty() || !groups.getLast().getFirst().isBeside(tag)) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(tag);
        }
        return groups;
    }

    @PostMapping
    Page make(Staff staff, Frame frame, Form form) {
        return form.submit(
                () -> {
                    arrange.make(staff, wish(form));
                    return Page.to(url(staff)).saying("membertags.made");
                },
                again -> list(staff, frame, again));
    }

    private static ArrangeMemberTags.Wish wish(Form form) {
        return new ArrangeMemberTags.Wish(
                ArrangeMemberTags.Wish.grouping(form.value("grouping")),
                form.value("heading"),
                form.value("name"),
                form.value("colour"),
                form.value("description"));
    }

    @PostMapping("/choice")
    Page choose(Staff staff, Form form) {
        arrange.choose(staff, form.has("own"));
        return Page.to(url(staff)).saying("web.saved");
    }

    @GetMapping("/{tag}")
    Page one(
            Staff staff,
            Frame frame,
            @PathVariable MemberTagId tag,
            @RequestParam(required = false) @Nullable AccountId after) {
        var known = tags.one(staff.circle(), tag);
        var form = Form.blank(
                frame,
                "grouping",
                known.group(),
                "heading",
                known.heading(),
                "name",
                known.name(),
                "colour",
                known.colour(),
                "description",
                known.description());
        return Page.of(one(staff, frame, known, form, after));
    }

    private JteModel one(Staff staff, Frame frame, MemberTag tag, Form form, @Nullable AccountId after) {
        return templates.membertagsTag(
                frame, tag, tags.all(staff.circle()), tags.wearing(staff.circle(), tag.id(), after), form);
    }

    @PostMapping("/{tag}")
    Page change(Staff staff, Frame frame, Form form, @PathVariable MemberTagId tag) {
        return submit(staff, frame, form, tag, () -> {
            arrange.change(staff, tag, wish(form));
            return Page.to(url(staff)).saying("web.saved");
        });
    }

    @PostMapping("/{tag}/merge")
    Page merge(Staff staff, Frame frame, Form form, @PathVariable MemberTagId tag) {
        return submit(staff, frame, form, tag, () -> {
            arrange.merge(staff, tag, id("into", form.value("into")));
            return Page.to(url(staff)).saying("membertags.merged");
        });
    }

    private Page submit(Staff staff, Frame frame, Form form, MemberTagId tag, Supplier<Page> action) {
        return form.submit(action, again -> one(staff, frame, tags.one(staff.circle(), tag), again, null));
    }

    static MemberTagId id(String field, String key) {
        try {
            return new MemberTagId(Ids.parse(key));
        } catch (Refusal e) {
            throw Refusal.invalid(field, "field.unknown-choice");
        }
    }

    @PostMapping("/{tag}/end")
    Page drop(Staff staff, @PathVariable MemberTagId tag) {
        arrange.drop(staff, tag);
        return Page.to(url(staff)).saying("membertags.dropped");
    }

    @PostMapping("/{tag}/wishes/{number}")
    Page decide(Staff staff, Form form, @PathVariable MemberTagId tag, @PathVariable long number) {
        giveTags.decide(staff, number, tag, form.value("answer").equals("yes"));
        return Page.to(url(staff)).saying("membertags.decided");
    }
}
