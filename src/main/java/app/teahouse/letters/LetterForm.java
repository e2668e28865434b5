package app.teahouse.letters;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what a letter is about from an address, a form or a request. */
final class LetterForm {
    private LetterForm() {}

    static Letter.Matter matter(String name) {
        return Arrays.stream(Letter.Matter.values())
                .filter(matter -> Db.name(matter).equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("matter", "field.unknown-choice"));
    }

    static @Nullable UUID about(@Nullable String id) {
        return id == null || id.isEmpty() ? null : Ids.parse(id);
    }
}
