package app.teahouse.readers;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Person;
import app.teahouse.members.MyCircle;
import app.teahouse.members.MyCircles;
import app.teahouse.reading.OwnReading;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import app.teahouse.web.Page;
import gg.jte.generated.precompiled.Templates;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody reads and has read, what is recorded of it, and who may see it. {@link MyReadingApi} is the other door. */
@Controller
class MyReadingPages {
    private static final String HERE = "/me/reading";
    private static final String RECORD = HERE + "/record";
    private static final int SIZE = 20;

    private final MyReading myReading;
    private final OwnReading ownReading;
    private final MyCircles myCircles;
    private final Circles circles;
    private final Templates templates;

    MyReadingPages(
            MyReading myReading, OwnReading ownReading, MyCircles myCircles, Circles circles, Templates templates) {
        this.myReading = myReading;
        this.ownReading = ownReading;
        this.myCircles = myCircles;
        this.circles = circles;
        this.templates = templates;
    }

    @GetMapping(HERE)
    Page going(
            Person person,
            Frame frame,
            @RequestParam(required = false) @Nullable String circle,
            @RequestParam(required = false) @Nullable String before) {
        return Page.of(templates.readersMine(frame, view(person, circle, before, false)));
    }

    @GetMapping(HERE + "/finished")
    Page finished(
            Person person,
            Frame frame,
            @RequestParam(required = false) @Nullable String circle,
            @RequestParam(required = false) @Nullable String before) {
        return Page.of(templates.readersMine(frame, view(person, circle, before, true)));
    }

    private MyReadingView view(Person person, @Nullable String slug, @Nullable String before, boolean finished) {
        var mine = myCircles.of(person).stream().map(MyCircle::face).toList();
        var only = mine.stream().filter(face -> face.slug().equals(slug)).findFirst();
        var asked = only.map(List::of).orElse(mine);
        var week = ownReading.week(person, snapshots(asked));
        return new MyReadingView(
                mine,
                only.orElse(null),
                week.values().stream().mapToLong(Integer::longValue).sum(),
                finished,
                finished || before != null ? List.of() : myReading.columns(person, asked),
                finished
                        ? myReading.finished(person, asked, before, SIZE)
                        : myReading.goingOn(person, asked, before, SIZE));
    }

    private List<Circle> snapshots(List<Face> faces) {
        return List.copyOf(circles.byIds(faces.stream().map(Face::id).toList()).values());
    }

    @GetMapping(RECORD)
    Page record(Person person, Frame frame) {
        var shown = ownReading.isShown(person);
        return Page.of(templates.readersRecord(frame, Form.blank(frame, "hide", shown ? null : "true"), shown));
    }

    @PostMapping(RECORD)
    Page show(Person person, Form form) {
        var shown = !form.has("hide");
        ownReading.show(person, shown);
        return Page.to(RECORD).saying(shown ? "readers.shown-said" : "readers.hidden-said");
    }

    @PostMapping(RECORD + "/deletion")
    Page forget(Person person) {
        ownReading.forget(person);
        return Page.to(HERE).saying("readers.forgotten");
    }
}
