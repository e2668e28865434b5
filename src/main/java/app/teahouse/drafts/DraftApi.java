package app.teahouse.drafts;

import app.teahouse.kernel.Member;
import app.teahouse.web.NoSurface;
import app.teahouse.web.WhileHalted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The draft of a new post, as programs keep it. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/draft")
class DraftApi {
    private final Drafts drafts;

    DraftApi(Drafts drafts) {
        this.drafts = drafts;
    }

    /** {@code savedAt} is null where there is none. */
    record DraftJson(
            @Nullable String title,
            @Nullable String text,
            @Nullable Instant savedAt) {}

    @GetMapping
    DraftJson draft(Member member) {
        return drafts.find(member, null)
                .map(draft -> new DraftJson(draft.title(), draft.body(), draft.savedAt()))
                .orElse(new DraftJson("", "", null));
    }

    @PutMapping
    @NoSurface("Kept for oneself alone")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @WhileHalted
    void save(Member member, @RequestBody DraftJson draft) {
        drafts.save(member, null, draft.title() == null ? "" : draft.title(), draft.text() == null ? "" : draft.text());
    }
}
