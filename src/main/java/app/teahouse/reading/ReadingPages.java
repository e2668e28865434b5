package app.teahouse.reading;

import app.teahouse.kernel.Member;
import app.teahouse.web.Form;
import app.teahouse.web.NoSurface;
import app.teahouse.web.Page;
import app.teahouse.web.WhileHalted;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Takes what the scripts noticed: a post opened, how far it was read, what stood at the top of the feed. */
@Controller
class ReadingPages {
    private static final int LONGEST_VIEW = 40;

    private final Traces traces;
    private final ReadAll readAll;

    ReadingPages(Traces traces, ReadAll readAll) {
        this.traces = traces;
        this.readAll = readAll;
    }

    @PostMapping("/c/{slug}/reading")
    @NoSurface("Notes for oneself")
    @WhileHalted
    Page noticed(Member member, Form form) {
        var last = member.standing().lastNumber();
        var opened = number(form.value("opened"), last);
        if (opened > 0) {
            traces.opened(member, opened);
        }
        var top = number(form.value("top"), last);
        var activeMicros = number(form.value("active"), Long.MAX_VALUE);
        if (top > 0 && activeMicros > 0) {
            traces.top(member, Instant.EPOCH.plus(activeMicros, ChronoUnit.MICROS), top);
        }
        return Page.nothing();
    }

    @PostMapping("/c/{slug}/p/{number}/position")
    @NoSurface("Notes for oneself")
    @WhileHalted
    Page position(Member member, @PathVariable long number, Form form) {
        if (number > 0 && number <= member.standing().lastNumber()) {
            traces.beacon(member, number, beacon(form));
        }
        return Page.nothing();
    }

    private static Beacon beacon(Form form) {
        var view = form.value("view");
        var stop = (int) number(form.value("at"), 1000);
        return new Beacon(
                view.length() > LONGEST_VIEW ? null : form.text("view"),
                (int) number(form.value("n"), Integer.MAX_VALUE),
                stop,
                Math.max(stop, (int) number(form.value("part"), 1000)),
                (int) number(form.value("seconds"), 3600));
    }

    @PostMapping("/c/{slug}/mark")
    @NoSurface("A mark of one's own")
    @WhileHalted
    Page markAllRead(Member member, Form form) {
        var shown = number(form.value("number"), Long.MAX_VALUE);
        readAll.upTo(member, shown == 0 ? member.standing().lastNumber() : shown);
        return Page.to("/c/" + member.face().slug()).saying("reading.all-read");
    }

    /** What a script sent is believed only if it can be true. */
    private static long number(String text, long most) {
        if (!text.matches("\\d{1,18}")) {
            return 0;
        }
        var number = Long.parseLong(text);
        return number > most ? 0 : number;
    }
}
