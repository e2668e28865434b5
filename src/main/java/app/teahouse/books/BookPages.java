package app.teahouse.books;

import app.teahouse.exits.Volume;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.security.Limits;
import app.teahouse.takeaway.AskForTakeaway;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.NoSurface;
import app.teahouse.web.Page;
import app.teahouse.web.WhileHalted;
import gg.jte.generated.precompiled.Templates;
import java.io.IOException;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A column or the highlights as an e-book: what will be in it, and the way to it. */
@Controller
class BookPages {
    private final MakeBook makeBook;
    private final HandOutBook handOutBook;
    private final AskForTakeaway askForTakeaway;
    private final Limits limits;
    private final Templates templates;

    BookPages(
            MakeBook makeBook,
            HandOutBook handOutBook,
            AskForTakeaway askForTakeaway,
            Limits limits,
            Templates templates) {
        this.makeBook = makeBook;
        this.handOutBook = handOutBook;
        this.askForTakeaway = askForTakeaway;
        this.limits = limits;
        this.templates = templates;
    }

    @GetMapping("/c/{slug}/columns/{number}/book")
    Page column(Member member, @PathVariable long number, Frame frame) {
        return page(member, Long.toString(number), Form.blank(frame), frame);
    }

    @GetMapping("/c/{slug}/highlights/book")
    Page highlights(Member member, Frame frame) {
        return page(member, "highlights", Form.blank(frame), frame);
    }

    private Page page(Member member, String wish, Form form, Frame frame) {
        var volume = makeBook.volume(member, wish);
        return Page.of(templates.booksBook(frame, form, volume, HandOutBook.isSmall(volume)));
    }

    @GetMapping("/c/{slug}/columns/{number}/book/file")
    ResponseEntity<Resource> columnFile(Member member, @PathVariable long number) throws IOException {
        return handOutBook.handOut(member, makeBook.volume(member, Long.toString(number)));
    }

    @GetMapping("/c/{slug}/highlights/book/file")
    ResponseEntity<Resource> highlightsFile(Member member) throws IOException {
        return handOutBook.handOut(member, makeBook.volume(member, "highlights"));
    }

    @PostMapping("/c/{slug}/columns/{number}/book")
    @NoSurface("Nobody else sees what one takes away")
    @WhileHalted
    Page askColumn(Member member, @PathVariable long number, Form form, Frame frame) {
        return ask(member, Long.toString(number), form, frame);
    }

    @PostMapping("/c/{slug}/highlights/book")
    @NoSurface("Nobody else sees what one takes away")
    @WhileHalted
    Page askHighlights(Member member, Form form, Frame frame) {
        return ask(member, "highlights", form, frame);
    }

    private Page ask(Member member, String wish, Form form, Frame frame) {
        var volume = makeBook.volume(member, wish);
        return form.submit(
                () -> {
                    limits.take("book", member.account().value().toString(), 20, HandOutBook.HOUR);
                    mustHold(volume);
                    var id = askForTakeaway.ask(member, makeBook.name(), wish, HandOutBook.fileName(volume));
                    return Page.to("/c/" + member.face().slug() + "/takeaway/" + Ids.text(id));
                },
                again -> templates.booksBook(frame, again, volume, HandOutBook.isSmall(volume)));
    }

    private static void mustHold(Volume volume) {
        if (volume.entries().isEmpty()) {
            throw Refusal.conflict("book.empty");
        }
    }
}
