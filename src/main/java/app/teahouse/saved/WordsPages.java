package app.teahouse.saved;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.Page;
import app.teahouse.web.WhileHalted;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What somebody keeps with a saved post: a folder, a note, passages. */
@Controller
class WordsPages {
    private final SavedSheet sheet;
    private final KeepWords keepWords;
    private final Folders folders;
    private final Templates templates;

    WordsPages(SavedSheet sheet, KeepWords keepWords, Folders folders, Templates templates) {
        this.sheet = sheet;
        this.keepWords = keepWords;
        this.folders = folders;
        this.templates = templates;
    }

    @GetMapping("/c/{slug}/p/{number}/saved")
    Page one(Member member, Frame frame, @PathVariable long number) {
        var view = sheet.read(member, number);
        return Page.of(templates.savedOne(
                frame,
                Form.blank(frame, "note", view.note(), "folder", view.folder()),
                view,
                folders.of(member.person())));
    }

    @PostMapping("/c/{slug}/p/{number}/saved/note")
    @NoSurface("What one keeps is seen by nobody else")
    @WhileHalted
    Page note(Member member, Frame frame, Form form, @PathVariable long number) {
        return form.submit(
                () -> {
                    keepWords.note(member, number, form.value("note"), folder(form));
                    return Page.to(here(member, number)).saying("web.saved");
                },
                again -> again(member, frame, again, number));
    }

    private static @Nullable FolderId folder(Form form) {
        var key = form.text("folder");
        return key == null ? null : new FolderId(Ids.parse(key));
    }

    /** By the form on the page of what is kept, or by the button that a script shows where words are marked. */
    @PostMapping("/c/{slug}/p/{number}/passages")
    @NoSurface("What one keeps is seen by nobody else")
    @WhileHalted
    Page keep(Member member, Frame frame, Form form, @PathVariable long number) {
        return form.submit(
                () -> {
                    keepWords.keep(member, number, form.value("words"), part(form));
                    return frame.fragment()
                            ? Page.nothing()
                            : Page.to(here(member, number)).saying("saved.passage.kept");
                },
                again -> again(member, frame, again, number));
    }

    private static @Nullable Integer part(Form form) {
        var part = form.value("part");
        return part.matches("\\d{1,4}") ? Integer.valueOf(part) : null;
    }

    @PostMapping("/c/{slug}/p/{number}/passages/{passage}/removal")
    @NoSurface("What one keeps is seen by nobody else")
    @WhileHalted
    Page forget(Member member, @PathVariable long number, @PathVariable PassageId passage) {
        keepWords.forget(member, number, passage);
        return Page.to(here(member, number)).saying("saved.passage.forgotten");
    }

    private JteModel again(Member member, Frame frame, Form form, long number) {
        return templates.savedOne(frame, form, sheet.read(member, number), folders.of(member.person()));
    }

    private static String here(Member member, long number) {
        return "/c/" + member.face().slug() + "/p/" + number + "/saved";
    }
}
