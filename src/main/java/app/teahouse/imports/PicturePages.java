package app.teahouse.imports;

import app.teahouse.away.AskForPictures;
import app.teahouse.away.PictureId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Staff;
import app.teahouse.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The pictures at other hosts that came in with an import: fetched, tried again, or left alone. */
@Controller
@RequestMapping("/c/{slug}/manage/content/{run}/pictures")
class PicturePages {
    private final AskForPictures askForPictures;
    private final AwaySheet sheet;

    PicturePages(AskForPictures askForPictures, AwaySheet sheet) {
        this.askForPictures = askForPictures;
        this.sheet = sheet;
    }

    @PostMapping("/fetch")
    Page fetch(Staff staff, @PathVariable RunId run) {
        askForPictures.ask(staff, sheet.numbers(staff, run));
        return Page.to(url(staff, run));
    }

    @PostMapping("/stop")
    Page stop(Staff staff, @PathVariable RunId run) {
        askForPictures.stop(staff, sheet.numbers(staff, run));
        return Page.to(url(staff, run)).saying("imports.pictures-stopped");
    }

    @PostMapping("/{picture}/again")
    Page again(Staff staff, @PathVariable RunId run, @PathVariable PictureId picture) {
        sheet.numbers(staff, run);
        askForPictures.again(staff, picture);
        return Page.to(url(staff, run));
    }

    private static String url(Staff staff, RunId run) {
        return "/c/" + staff.member().face().slug() + "/manage/content/" + Ids.text(run);
    }
}
