package app.teahouse.paths;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.web.NoSurface;
import app.teahouse.web.WhileHalted;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A member's own path, for programs. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/path")
class PathApi {
    private static final String OWN = "A path is seen by nobody else";

    private final LayPath layPath;
    private final SwapStop swapStop;
    private final FinishStop finishStop;
    private final PathSheet sheet;

    PathApi(LayPath layPath, SwapStop swapStop, FinishStop finishStop, PathSheet sheet) {
        this.layPath = layPath;
        this.swapStop = swapStop;
        this.finishStop = finishStop;
        this.sheet = sheet;
    }

    /** @param reasons such as {@code highlight}, the strongest first */
    record StopJson(
            long number,
            String url,
            String name,
            int minutes,
            List<String> reasons,
            @Nullable String column,
            boolean done) {}

    /** @param minutes what was asked for, or 0 if no path is laid */
    record PathJson(int minutes, List<StopJson> items) {
        static PathJson of(PathView view) {
            return new PathJson(
                    view.minutes(),
                    view.stops().stream()
                            .map(stop -> new StopJson(
                                    stop.number(),
                                    stop.url(),
                                    stop.name(),
                                    stop.minutes(),
                                    stop.reasons().stream().map(Db::name).toList(),
                                    stop.column(),
                                    stop.done()))
                            .toList());
        }
    }

    @GetMapping
    PathJson read(Member member) {
        return PathJson.of(sheet.read(member));
    }

    /** @param minutes 10, 30 or 60 */
    record MinutesJson(int minutes) {}

    @PutMapping
    @NoSurface(OWN)
    @WhileHalted
    PathJson lay(Member member, @RequestBody MinutesJson asked) {
        layPath.lay(member, asked.minutes());
        return read(member);
    }

    @PostMapping("/items/{number}/swap")
    @NoSurface(OWN)
    @WhileHalted
    PathJson swap(Member member, @PathVariable long number) {
        swapStop.swap(member, number);
        return read(member);
    }

    @PutMapping("/items/{number}/done")
    @NoSurface(OWN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @WhileHalted
    void done(Member member, @PathVariable long number) {
        finishStop.done(member, number);
    }

    @DeleteMapping("/items/{number}/done")
    @NoSurface(OWN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @WhileHalted
    void undo(Member member, @PathVariable long number) {
        finishStop.undo(member, number);
    }
}
