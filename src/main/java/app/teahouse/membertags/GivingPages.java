package app.teahouse.membertags;

import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tags are given to several members, on one member's page, and suggested by a member. */
@Controller
class GivingPages {
    private final Templates templates;
    private final MemberTags tags;
    private final GiveTags giveTags;
    private final SuggestTag suggestTag;
    private final Members members;

    GivingPages(Templates templates, MemberTags tags, GiveTags giveTags, SuggestTag suggestTag, Members members) {
        this.templates = templates;
        this.tags = tags;
        this.giveTags = giveTags;
        this.suggestTag = suggestTag;
        this.members = members;
    }

    @GetMapping("/c/{slug}/manage/member-tags/giving")
    Page several(Staff staff, Frame frame, @RequestParam(name = "m", required = false) @Nullable List<String> numbers) {
        if (numbers == null || numbers.isEmpty()) {
            return Page.to("/c/" + staff.member().face().slug() + "/members");
        }
        return Page.of(several(staff, frame, Form.blank(frame, "m", numbers)));
    }

    private JteModel several(Staff staff, Frame frame, Form form) {
        var asked = numbers(form.values("m"));
        if (asked.size() > GiveTags.MOST) {
            throw Refusal.conflict("member-tag.too-many-members").with("most", GiveTags.MOST);
        }
        List<MemberCard> chosen = members.numbered(staff.circle(), asked);
        if (chosen.isEmpty()) {
            throw Refusal.notFound("member.unknown");
        }
        return templates.membertagsGiving(frame, chosen, tags.all(staff.circle()), form);
    }

    private static List<Long> numbers(List<String> typed) {
        return typed.stream()
                .map(String::strip)
                .filter(Members::isNumber)
                .map(Long::parseLong)
                .distinct()
                .toList();
    }

    @PostMapping("/c/{slug}/manage/member-tags/giving")
    Page give(Staff staff, Frame frame, Form form) {
        return form.submit(
                () -> {
                    giveTags.change(staff, numbers(form.values("m")), ids(form, "give"), ids(form, "take"));
                    return Page.to("/c/" + staff.member().face().slug() + "/members")
                            .saying("membertags.given");
                },
                again -> several(staff, frame, again));
    }

    private static List<MemberTagId> ids(Form form, String field) {
        return form.values(field).stream()
                .filter(key -> !key.isEmpty())
                .map(key -> MemberTagPages.id(field, key))
                .toList();
    }

    /** From a member's page: one tag given or taken. */
    @PostMapping("/c/{slug}/m/{number}/tags")
    Page change(Staff staff, Form form, @PathVariable long number) {
        giveTags.change(staff, List.of(number), ids(form, "give"), ids(form, "take"));
        return Page.to("/c/" + staff.member().face().slug() + "/m/" + number + "#member-tags");
    }

    @PostMapping("/c/{slug}/membership/tags")
    @NoSurface("Only the staff read what somebody suggests of themselves")
    Page suggest(Member member, Form form) {
        suggestTag.suggest(member, MemberTagPages.id("tag", form.value("tag")));
        return mine(member).saying("membertags.suggested");
    }

    @PostMapping("/c/{slug}/membership/tags/{tag}/withdrawal")
    @NoSurface("Takes back what only the staff read")
    Page withdraw(Member member, @PathVariable MemberTagId tag) {
        suggestTag.withdraw(member, tag);
        return mine(member);
    }

    private static Page mine(Member member) {
        return Page.to("/c/" + member.face().slug() + "/m/" + member.standing().number() + "#member-tags");
    }
}
