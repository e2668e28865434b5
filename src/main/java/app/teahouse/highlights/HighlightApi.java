package app.teahouse.highlights;

import app.teahouse.guard.ClosedJson;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Staff;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The highlights of a circle, and the candidates for more, for programs. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/highlights")
class HighlightApi {
    private final HighlightList list;
    private final Candidates candidates;
    private final PastHighlights past;
    private final DismissCandidate dismissCandidate;

    HighlightApi(HighlightList list, Candidates candidates, PastHighlights past, DismissCandidate dismissCandidate) {
        this.list = list;
        this.candidates = candidates;
        this.past = past;
        this.dismissCandidate = dismissCandidate;
    }

    /** @param withheld why its words are missing: {@code closed} for now, or {@code protected} from being carried away */
    record HighlightJson(
            long post,
            String name,
            String excerpt,
            @Nullable String author,
            Instant publishedAt,
            int minutes,
            List<String> tags,
            @Nullable String pickedBy,
            String reason,
            Instant pickedAt,
            @Nullable String withheld,
            @Nullable ClosedJson closed) {

        static HighlightJson of(HighlightView view) {
            var taken = view.ruling().mayTake();
            return new HighlightJson(
                    view.number(),
                    taken || !view.title().isEmpty() ? view.name() : "#" + view.number(),
                    taken ? view.excerpt() : "",
                    view.author().name(),
                    view.publishedAt(),
                    view.minutes(),
                    view.tags(),
                    view.by(),
                    view.why(),
                    view.pickedAt(),
                    view.ruling().withheld(),
                    ClosedJson.of(view.ruling()));
        }
    }

    record HighlightsJson(
            List<HighlightJson> items, @Nullable String next) {}

    /** Those picked last first; {@code tag} is a name or a synonym. */
    @GetMapping
    HighlightsJson all(
            Onlooker onlooker,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String before) {
        HighlightPages.mustRead(onlooker);
        var found = list.read(onlooker, tag, before);
        return new HighlightsJson(found.items().stream().map(HighlightJson::of).toList(), found.next());
    }

    record CandidateJson(
            long post, String name, Instant publishedAt, int readers, int commenters, int reactors, double score) {}

    record CandidatesJson(List<CandidateJson> items) {}

    /** Recent posts that members made something of, the most promising first. */
    @GetMapping("/candidates")
    CandidatesJson candidates(Staff staff) {
        return new CandidatesJson(candidates.of(staff).stream()
                .map(one -> new CandidateJson(
                        one.number(),
                        one.name(),
                        one.publishedAt(),
                        one.readers(),
                        one.commenters(),
                        one.reactors(),
                        one.score() / 10.0))
                .toList());
    }

    @PutMapping("/candidates/{post}/dismissal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(Staff staff, @PathVariable long post) {
        dismissCandidate.dismiss(staff, post);
    }

    @DeleteMapping("/candidates/{post}/dismissal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void bringBack(Staff staff, @PathVariable long post) {
        dismissCandidate.bringBack(staff, post);
    }

    record PastJson(
            long post,
            String name,
            boolean picked,
            @Nullable String by,
            String reason,
            Instant at) {}

    record HistoryJson(List<PastJson> items, @Nullable String next) {}

    /** Everything that was picked or taken back. */
    @GetMapping("/history")
    HistoryJson history(Staff staff, @RequestParam(required = false) @Nullable String before) {
        var found = past.of(staff, before);
        return new HistoryJson(
                found.items().stream()
                        .map(one -> new PastJson(one.number(), one.name(), one.picked(), one.by(), one.why(), one.at()))
                        .toList(),
                found.next());
    }
}
