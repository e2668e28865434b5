package app.teahouse.reading;

import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.web.NoSurface;
import app.teahouse.web.WhileHalted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Marks as programs set them. */
@RestController
class ReadingApi {
    private final ReadAll readAll;
    private final Traces traces;
    private final Positions positions;

    ReadingApi(ReadAll readAll, Traces traces, Positions positions) {
        this.readAll = readAll;
        this.traces = traces;
        this.positions = positions;
    }

    /**
     * @param number everything up to this post is read; all there is where it is missing
     * @param opened one post that was opened above the mark
     */
    record MarkJson(@Nullable Long number, @Nullable Long opened) {}

    @PutMapping("/api/v1/circles/{slug}/mark")
    @NoSurface("A mark of one's own")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @WhileHalted
    void mark(Member member, @RequestBody MarkJson mark) {
        if (mark.opened() != null) {
            traces.opened(member, Math.min(mark.opened(), member.standing().lastNumber()));
        } else {
            readAll.upTo(member, mark.number() == null ? member.standing().lastNumber() : mark.number());
        }
    }

    /**
     * @param stop where the reader stands now, in thousandths of the post; 0 where they did not move
     * @param part how far they came
     * @param seconds how long they looked at it since this was said last; not more is believed than time has gone by
     */
    record StepJson(int stop, int part, int seconds) {}

    @PutMapping("/api/v1/circles/{slug}/posts/{number}/position")
    @NoSurface("Notes for oneself")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @WhileHalted
    void read(Member member, @PathVariable long number, @RequestBody StepJson step) {
        new Faults()
                .require(step.stop() >= 0 && step.stop() <= 1000, "stop", "field.unknown-choice")
                .require(step.part() >= 0 && step.part() <= 1000, "part", "field.unknown-choice")
                .require(step.seconds() >= 0 && step.seconds() <= 3600, "seconds", "field.unknown-choice")
                .refuse();
        if (number < 1 || number > member.standing().lastNumber()) {
            throw Refusal.notFound("post.unknown");
        }
        traces.opened(member, number);
        traces.beacon(
                member, number, new Beacon(null, 0, step.stop(), Math.max(step.stop(), step.part()), step.seconds()));
    }

    /** @param part the furthest the reader came, in thousandths; 950 is the end */
    record PositionJson(
            int stop,
            int part,
            int seconds,
            @Nullable Instant openedAt,
            @Nullable Instant finishedAt) {}

    @GetMapping("/api/v1/circles/{slug}/posts/{number}/position")
    PositionJson position(Member member, @PathVariable long number) {
        return positions
                .of(member, number)
                .map(one -> new PositionJson(one.stop(), one.part(), one.seconds(), one.openedAt(), one.finishedAt()))
                .orElse(new PositionJson(0, 0, 0, null, null));
    }
}
