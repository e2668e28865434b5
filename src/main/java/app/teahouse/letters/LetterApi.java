package app.teahouse.letters;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Person;
import app.teahouse.letters.LetterJson.PageJson;
import app.teahouse.letters.LetterJson.TextJson;
import app.teahouse.letters.LetterJson.ThreadJson;
import app.teahouse.web.NoSurface;
import app.teahouse.web.WhileHalted;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own letters to the staff of a circle, for programs. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/letters")
class LetterApi {
    private final LetterSheet letterSheet;
    private final WriteLetter writeLetter;

    LetterApi(LetterSheet letterSheet, WriteLetter writeLetter) {
        this.letterSheet = letterSheet;
        this.writeLetter = writeLetter;
    }

    @GetMapping
    PageJson mine(Onlooker onlooker, Person person, @RequestParam(required = false) @Nullable LetterId before) {
        return PageJson.of(letterSheet.mine(person, onlooker.circle(), before));
    }

    @GetMapping("/{letter}")
    ThreadJson one(
            Onlooker onlooker,
            Person person,
            @PathVariable LetterId letter,
            @RequestParam(required = false) @Nullable LineId before) {
        return ThreadJson.of(letterSheet.mine(person, onlooker.circle(), letter, before));
    }

    /**
     * @param about the id of the ruling or the order, or null
     * @param subject for {@code other} only
     */
    record NewLetterJson(
            @Nullable String matter,
            @Nullable String about,
            @Nullable String subject,
            @Nullable String text) {}

    /** Where a letter of this matter is open, that one goes on. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @NoSurface("Only the staff read it; who is muted writes letters")
    @WhileHalted
    ThreadJson open(Onlooker onlooker, Person person, @RequestBody NewLetterJson wish) {
        var id = writeLetter.open(
                person,
                onlooker.circle(),
                new WriteLetter.Wish(
                        LetterForm.matter(Objects.requireNonNullElse(wish.matter(), "other")),
                        LetterForm.about(wish.about()),
                        Objects.requireNonNullElse(wish.subject(), ""),
                        Objects.requireNonNullElse(wish.text(), "")));
        return thread(person, onlooker.circle(), id);
    }

    private ThreadJson thread(Person person, CircleId circle, LetterId id) {
        return ThreadJson.of(letterSheet.mine(person, circle, id, null));
    }

    /** A closed letter opens again; where another of its matter is open, the line stands in that one. */
    @PostMapping("/{letter}/lines")
    @ResponseStatus(HttpStatus.CREATED)
    @NoSurface("Only the staff read it; who is muted writes letters")
    @WhileHalted
    ThreadJson write(Onlooker onlooker, Person person, @PathVariable LetterId letter, @RequestBody TextJson line) {
        return thread(
                person,
                onlooker.circle(),
                writeLetter.write(person, onlooker.circle(), letter, Objects.requireNonNullElse(line.text(), "")));
    }
}
