package app.teahouse.synonyms;

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

/** Words that mean the same, for the staff. {@link SynonymApi} is the other door. */
@Controller
class SynonymPages {
    private final Synonyms synonyms;
    private final ChangeSynonyms change;
    private final Templates templates;

    SynonymPages(Synonyms synonyms, ChangeSynonyms change, Templates templates) {
        this.synonyms = synonyms;
        this.change = change;
        this.templates = templates;
    }

    @Bean
    static Tab synonymsTab() {
        return new Tab(Tab.Place.CONTENT, 60, Tab.Who.STAFF, "synonyms.title", "/manage/synonyms");
    }

    @GetMapping("/c/{slug}/manage/synonyms")
    Page list(Staff staff, Frame frame) {
        return Page.of(templates.synonymsList(frame, Form.blank(frame), synonyms.all(staff.circle())));
    }

    @PostMapping("/c/{slug}/manage/synonyms")
    Page add(Staff staff, Form form, Frame frame) {
        return form.submit(
                () -> {
                    change.add(staff, form.value("words"));
                    return Page.to(url(staff)).saying("synonyms.added");
                },
                again -> templates.synonymsList(frame, again, synonyms.all(staff.circle())));
    }

    @PostMapping("/c/{slug}/manage/synonyms/{line}/removal")
    Page remove(Staff staff, @PathVariable LineId line) {
        change.remove(staff, line);
        return Page.to(url(staff)).saying("synonyms.removed");
    }

    private static String url(Staff staff) {
        return "/c/" + staff.member().face().slug() + "/manage/synonyms";
    }
}
