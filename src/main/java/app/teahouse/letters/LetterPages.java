package app.teahouse.letters;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Person;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own letters to the staff of a circle; who left or was removed finds them too. {@link LetterApi} is the other door. */
@Controller
@RequestMapping("/c/{slug}/letters")
class LetterPages {
    private final Templates templates;
    private final LetterSheet letterSheet;
    private final WriteLetter writeLetter;

    LetterPages(Templates templates, LetterSheet letterSheet, WriteLetter writeLetter) {
        this.templates = templates;
        this.letterSheet = letterSheet;
        this.writeLetter = writeLetter;
    }

    private static String url(Onlooker onlooker) {
        return "/c/" + onlooker.face().slug() + "/letters";
    }

    private static String url(Onlooker onlooker, LetterId id) {
        return url(onlooker) + "/" + Ids.text(id);
    }

    @GetMapping
    Page list(
            Onlooker onlooker, Person person, Frame frame, @RequestParam(required = false) @Nullable LetterId before) {
        return Page.of(templates.lettersList(frame, letterSheet.mine(person, onlooker.circle(), before)));
    }

    /** Where a letter of the matter is open, that one goes on. */
    @GetMapping("/new")
    Page begin(
            Onlooker onlooker,
            Person person,
            Frame frame,
            @RequestParam(defaultValue = "other") String matter,
            @RequestParam(required = false) @Nullable String about) {
        letterSheet.known(person, onlooker.circle());
        var asked = LetterForm.matter(matter);
        var open = asked == Letter.Matter.OTHER
                ? null
                : letterSheet
                        .open(person, onlooker.circle(), asked, LetterForm.about(about))
                        .orElse(null);
        if (open != null) {
            return Page.to(url(onlooker, open));
        }
        return Page.of(page(
                onlooker, person, frame, Form.blank(frame, "matter", matter, "about", about == null ? "" : about)));
    }

    private JteModel page(Onlooker onlooker, Person person, Frame frame, Form form) {
        var matter = letterSheet.about(
                person,
                onlooker.circle(),
                LetterForm.matter(form.value("matter")),
                LetterForm.about(form.text("about")));
        return templates.lettersWrite(frame, matter, form);
    }

    @PostMapping
    @NoSurface("Only the staff read it; who is muted writes letters")
    @WhileHalted
    Page open(Onlooker onlooker, Person person, Frame frame, Form form) {
        return form.submit(
                () -> {
                    var wish = new WriteLetter.Wish(
                            LetterForm.matter(form.value("matter")),
                            LetterForm.about(form.text("about")),
                            form.value("subject"),
                            form.value("text"));
                    var id = writeLetter.open(person, onlooker.circle(), wish);
                    return Page.to(url(onlooker, id)).saying("letters.sent");
                },
                again -> page(onlooker, person, frame, again));
    }

    @GetMapping("/{letter}")
    Page one(
            Onlooker onlooker,
            Person person,
            Frame frame,
            @PathVariable LetterId letter,
            @RequestParam(required = false) @Nullable LineId before) {
        return Page.of(templates.lettersMine(
                frame, letterSheet.mine(person, onlooker.circle(), letter, before), Form.blank(frame)));
    }

    @PostMapping("/{letter}/lines")
    @NoSurface("Only the staff read it; who is muted writes letters")
    @WhileHalted
    Page write(Onlooker onlooker, Person person, Frame frame, Form form, @PathVariable LetterId letter) {
        return form.submit(
                () -> {
                    var id = writeLetter.write(person, onlooker.circle(), letter, form.value("text"));
                    return Page.to(url(onlooker, id)).saying("letters.sent");
                },
                again ->
                        templates.lettersMine(frame, letterSheet.mine(person, onlooker.circle(), letter, null), again));
    }
}
