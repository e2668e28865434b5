package app.teahouse.log;

import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Staff;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A circle's log for the programs of its staff. */
@RestController
class LogApi {
    private final CircleLog log;

    LogApi(CircleLog log) {
        this.log = log;
    }

    @GetMapping("/api/v1/circles/{slug}/log")
    Cursor<LogView> entries(
            Staff staff,
            @RequestParam(required = false) @Nullable UUID before,
            @RequestParam(defaultValue = "30") int limit) {
        return log.page(staff, before, Math.clamp(limit, 1, 100));
    }
}
