package app.teahouse.synonyms;

import app.teahouse.kernel.Staff;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Words that mean the same, for the programs of the staff. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/synonyms")
class SynonymApi {
    private final Synonyms synonyms;
    private final ChangeSynonyms change;

    SynonymApi(Synonyms synonyms, ChangeSynonyms change) {
        this.synonyms = synonyms;
        this.change = change;
    }

    record SynonymsJson(UUID id, List<String> words) {}

    record AllSynonymsJson(List<SynonymsJson> items) {}

    /** @param words with commas between them */
    record SynonymsText(@Nullable String words) {}

    record AddedSynonyms(UUID id) {}

    @GetMapping
    AllSynonymsJson all(Staff staff) {
        return new AllSynonymsJson(synonyms.all(staff.circle()).stream()
                .map(line -> new SynonymsJson(line.id().value(), line.words()))
                .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AddedSynonyms add(Staff staff, @RequestBody SynonymsText text) {
        return new AddedSynonyms(change.add(staff, text.words()).value());
    }

    @DeleteMapping("/{line}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Staff staff, @PathVariable LineId line) {
        change.remove(staff, line);
    }
}
