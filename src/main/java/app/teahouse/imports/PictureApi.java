package app.teahouse.imports;

import app.teahouse.away.AskForPictures;
import app.teahouse.away.PictureId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Staff;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The pictures at other hosts that came in with an import, for programs. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/imports/{run}/pictures")
class PictureApi {
    private final AskForPictures askForPictures;
    private final AwaySheet sheet;

    PictureApi(AskForPictures askForPictures, AwaySheet sheet) {
        this.askForPictures = askForPictures;
        this.sheet = sheet;
    }

    /** A picture that could not be had; {@code post} is the number of the first that shows it. */
    record MissingJson(UUID id, String address, String host, String reason, long post) {}

    record MissingsJson(List<MissingJson> items, @Nullable String next) {}

    @GetMapping
    MissingsJson missing(Staff staff, @PathVariable RunId run, @RequestParam(required = false) @Nullable String after) {
        sheet.numbers(staff, run);
        var page = sheet.missing(staff.circle(), run, after, AwaySheet.SIZE);
        return new MissingsJson(
                page.items().stream()
                        .map(one -> new MissingJson(
                                Ids.parse(one.id()), one.address(), one.host(), one.reason(), one.number()))
                        .toList(),
                page.next());
    }

    @PostMapping("/fetch")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void fetch(Staff staff, @PathVariable RunId run) {
        askForPictures.ask(staff, sheet.numbers(staff, run));
    }

    @PostMapping("/stop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(Staff staff, @PathVariable RunId run) {
        askForPictures.stop(staff, sheet.numbers(staff, run));
    }

    @PostMapping("/{picture}/again")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void again(Staff staff, @PathVariable RunId run, @PathVariable PictureId picture) {
        sheet.numbers(staff, run);
        askForPictures.again(staff, picture);
    }
}
