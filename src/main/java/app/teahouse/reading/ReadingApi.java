package app.teahouse.reading;

import app.teahouse.kernel.Member;
import app.teahouse.web.NoSurface;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Marks as programs set them. */
@RestController
class ReadingApi {
    private final ReadAll readAll;
    private final Traces traces;

    ReadingApi(ReadAll readAll, Traces traces) {
        this.readAll = readAll;
        this.traces = traces;
    }

    /**
     * @param number everything up to this post is read; all there is where it is missing
     * @param opened one post that was opened above the mark
     */
    record MarkJson(@Nullable Long number, @Nullable Long opened) {}

    @PutMapping("/api/v1/circles/{slug}/mark")
    @NoSurface("A mark of one's own")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void mark(Member member, @RequestBody MarkJson mark) {
        if (mark.opened() != null) {
            traces.opened(member, Math.min(mark.opened(), member.standing().lastNumber()));
        } else {
            readAll.upTo(member, mark.number() == null ? member.standing().lastNumber() : mark.number());
        }
    }
}
