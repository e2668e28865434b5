package app.teahouse.site;

import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Operator;
import app.teahouse.mail.Outbox;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The letters of the site for an operator's programs. */
@RestController
@RequestMapping("/api/v1/site/outbox")
class OutboxApi {
    private final Outbox outbox;

    OutboxApi(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * A letter.
     *
     * @param text is null in lists
     */
    record LetterJson(
            UUID id,
            String to,
            String subject,
            String state,
            int tries,
            Instant madeAt,
            @Nullable Instant sentAt,
            @Nullable String lastError,
            @Nullable String text) {

        static LetterJson of(Outbox.Line line, @Nullable String text) {
            return new LetterJson(
                    line.id(),
                    line.to(),
                    line.subject(),
                    Db.name(line.state()),
                    line.tries(),
                    line.madeAt(),
                    line.sentAt(),
                    line.lastError(),
                    text);
        }
    }

    @GetMapping
    Cursor<LetterJson> letters(
            Operator operator,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable UUID before) {
        var page = outbox.list(operator, OutboxPages.state(state), before);
        return new Cursor<>(
                page.items().stream().map(line -> LetterJson.of(line, null)).toList(), page.next());
    }

    @GetMapping("/{letter}")
    LetterJson letter(Operator operator, @PathVariable UUID letter) {
        var sheet = outbox.one(operator, letter);
        return LetterJson.of(sheet.line(), sheet.text());
    }
}
