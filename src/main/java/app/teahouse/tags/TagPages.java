package app.teahouse.tags;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import app.teahouse.web.Tab;
import gg.jte.generated.precompiled.Templates;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where the staff arrange the tags of their circle. */
@Controller
class TagPages {
    private final Tags tags;
    private final MakeTag makeTag;
    private final RenameTag renameTag;
    private final MergeTags mergeTags;
    private final Templates templates;

    TagPages(Tags tags, MakeTag makeTag, RenameTag renameTag, MergeTags mergeTags, Templates templates) {
        this.tags = tags;
        this.makeTag = makeTag;
        this.renameTag = renameTag;
        this.mergeTags = mergeTags;
        this.templates = templates;
    }

    @Bean
    static Tab tagsTab() {
        return new Tab(Tab.Place.CONTENT, 50, Tab.Who.STAFF, "tags.title", "/manage/tags");
    }

    @GetMapping("/c/{slug}/manage/tags")
    Page list(Staff staff, Frame frame) {
        return Page.of(templates.tagsList(frame, Form.blank(frame), tags.all(staff.circle())));
    }

    @PostMapping("/c/{slug}/manage/tags")
    Page make(Staff staff, Form form, Frame frame) {
        return form.submit(
                () -> {
                    makeTag.make(staff, form.value("name"));
                    return Page.to(url(staff)).saying("tags.made");
                },
                again -> templates.tagsList(frame, again, tags.all(staff.circle())));
    }

    @GetMapping("/c/{slug}/manage/tags/{tag}")
    Page one(Staff staff, @PathVariable TagId tag, Frame frame) {
        var view = view(staff, tag);
        var form = Form.blank(frame, "name", view.name(), "colour", view.colour());
        return Page.of(templates.tagsTag(frame, form, view, tags.all(staff.circle())));
    }

    private TagView view(Staff staff, TagId tag) {
        return tags.all(staff.circle()).stream()
                .filter(view -> view.id().equals(tag))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("tag.unknown"));
    }

    @PostMapping("/c/{slug}/manage/tags/{tag}")
    Page rename(Staff staff, @PathVariable TagId tag, Form form, Frame frame) {
        return submit(staff, tag, form, frame, () -> {
            renameTag.rename(staff, tag, form.value("name"));
            renameTag.colour(staff, tag, form.value("colour"));
            return Page.to(url(staff)).saying("tags.renamed");
        });
    }

    @PostMapping("/c/{slug}/manage/tags/{tag}/synonyms")
    Page addSynonym(Staff staff, @PathVariable TagId tag, Form form, Frame frame) {
        return submit(staff, tag, form, frame, () -> {
            renameTag.addSynonym(staff, tag, form.value("synonym"));
            return Page.to(url(staff) + "/" + Ids.text(tag));
        });
    }

    @PostMapping("/c/{slug}/manage/tags/{tag}/synonyms/removal")
    Page removeSynonym(Staff staff, @PathVariable TagId tag, Form form) {
        renameTag.removeSynonym(staff, tag, form.value("synonym"));
        return Page.to(url(staff) + "/" + Ids.text(tag));
    }

    @PostMapping("/c/{slug}/manage/tags/{tag}/merge")
    Page merge(Staff staff, @PathVariable TagId tag, Form form, Frame frame) {
        return submit(staff, tag, form, frame, () -> {
            var into = tags.named(staff.circle(), form.value("into"))
                    .orElseThrow(() -> Refusal.invalid("into", "tag.unknown"));
            mergeTags.merge(staff, tag, into.id());
            return Page.to(url(staff)).saying("tags.merged");
        });
    }

    private Page submit(Staff staff, TagId tag, Form form, Frame frame, java.util.function.Supplier<Page> action) {
        return form.submit(
                action, again -> templates.tagsTag(frame, again, view(staff, tag), tags.all(staff.circle())));
    }

    private static String url(Staff staff) {
        return "/c/" + staff.member().face().slug() + "/manage/tags";
    }
}
