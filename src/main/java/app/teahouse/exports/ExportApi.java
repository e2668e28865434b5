package app.teahouse.exports;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Owner;
import app.teahouse.security.Limits;
import app.teahouse.web.WhileHalted;
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

/** Exports for programs: start, watch, fetch, stop or remove. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/exports")
class ExportApi {
    private final StartExport startExport;
    private final StopExport stopExport;
    private final ExportSheet sheet;
    private final Limits limits;

    ExportApi(StartExport startExport, StopExport stopExport, ExportSheet sheet, Limits limits) {
        this.startExport = startExport;
        this.stopExport = stopExport;
        this.sheet = sheet;
        this.limits = limits;
    }

    /** {@code done} of {@code total} rows are written, which is 0 until they are counted; {@code bytes} are known once it is done. */
    record ExportJson(
            UUID id,
            String state,
            Instant madeAt,
            boolean marked,
            long done,
            long total,
            long bytes,
            @Nullable Instant expiresAt) {
        static ExportJson of(ExportView run) {
            return new ExportJson(
                    Ids.parse(run.id()),
                    run.state(),
                    run.madeAt(),
                    run.marked(),
                    run.done(),
                    run.total(),
                    run.bytes(),
                    run.expiresAt());
        }
    }

    record ExportsJson(List<ExportJson> items) {}

    @GetMapping
    ExportsJson all(Owner owner) {
        return new ExportsJson(sheet.latest(owner).stream().map(ExportJson::of).toList());
    }

    record WishJson(@Nullable String passphrase) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @WhileHalted
    ExportJson start(Owner owner, @RequestBody WishJson wish) {
        ExportPages.limit(limits, owner);
        return ExportJson.of(sheet.one(owner, startExport.start(owner, wish.passphrase())));
    }

    @GetMapping("/{run}")
    ExportJson one(Owner owner, @PathVariable RunId run) {
        return ExportJson.of(sheet.one(owner, run));
    }

    @GetMapping("/{run}/file")
    ResponseEntity<Resource> file(Owner owner, @PathVariable RunId run) {
        return ExportPages.send(owner, sheet, run);
    }

    @PostMapping("/{run}/stop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @WhileHalted
    void stop(Owner owner, @PathVariable RunId run) {
        stopExport.stop(owner, run);
    }

    @DeleteMapping("/{run}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @WhileHalted
    void remove(Owner owner, @PathVariable RunId run) {
        stopExport.remove(owner, run);
    }
}
