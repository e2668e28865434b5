package app.teahouse.takeaway;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Refusal;
import app.teahouse.security.Limits;
import app.teahouse.web.NoSurface;
import app.teahouse.web.WhileHalted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Files to be taken away, for programs: ask, watch, fetch, stop. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/takeaways")
class TakeawayApi {
    private final Kinds kinds;
    private final AskForTakeaway askForTakeaway;
    private final StopTakeaway stopTakeaway;
    private final TakeawaySheet sheet;
    private final Limits limits;

    TakeawayApi(
            Kinds kinds, AskForTakeaway askForTakeaway, StopTakeaway stopTakeaway, TakeawaySheet sheet, Limits limits) {
        this.kinds = kinds;
        this.askForTakeaway = askForTakeaway;
        this.stopTakeaway = stopTakeaway;
        this.sheet = sheet;
        this.limits = limits;
    }

    /** {@code state}: running, done, stopped, failed or expired. */
    record TakeawayJson(
            UUID id,
            String kind,
            String state,
            String fileName,
            Instant askedAt,
            long done,
            long total,
            long bytes,
            @Nullable Instant expiresAt) {

        static TakeawayJson of(TakeawayView view) {
            return new TakeawayJson(
                    Ids.parse(view.id()),
                    view.kind(),
                    view.state(),
                    view.fileName(),
                    view.askedAt(),
                    view.done(),
                    view.total(),
                    view.bytes(),
                    view.expiresAt());
        }
    }

    record TakeawaysJson(List<TakeawayJson> items) {}

    @GetMapping
    TakeawaysJson all(Owner owner) {
        return new TakeawaysJson(
                sheet.latest(owner).stream().map(TakeawayJson::of).toList());
    }

    record WishJson(String kind) {}

    /** Only kinds that need no more than their name. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @WhileHalted
    TakeawayJson ask(Owner owner, @RequestBody WishJson wish) {
        var kind = kinds.named(wish.kind());
        if (kind.whom() != TakeawayKind.For.OWNER || kind.page() != null) {
            throw Refusal.invalid("kind", "takeaway.unknown-kind");
        }
        limits.take("takeaway", owner.account().value().toString(), 20, Duration.ofHours(1));
        var name = owner.member().face().slug() + "-" + kind.name() + ".zip";
        return TakeawayJson.of(sheet.read(owner.member(), askForTakeaway.ask(owner.member(), kind.name(), "", name)));
    }

    @GetMapping("/{id}")
    TakeawayJson one(Member member, @PathVariable TakeawayId id) {
        return TakeawayJson.of(sheet.read(member, id));
    }

    @GetMapping("/{id}/file")
    ResponseEntity<Resource> file(Member member, @PathVariable TakeawayId id) {
        return Handing.out(sheet.file(member, id), sheet.read(member, id).fileName());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @NoSurface("Nobody else sees what one takes away")
    @WhileHalted
    void stop(Member member, @PathVariable TakeawayId id) {
        stopTakeaway.stop(member, id);
    }
}
