package app.teahouse.circles;

import app.teahouse.kernel.Db;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody is asked who joins.
 *
 * @param required whether who stands at the door must answer
 * @param choices none where they write
 */
public record Question(String text, Kind kind, boolean required, List<Choice> choices) {
    static final int LONGEST_KEPT = 20_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** How it is answered. */
    public enum Kind {
        TEXT,
        ONE,
        SEVERAL
    }

    /** @param tags that whoever chooses it is given; what they are is known to a room above */
    public record Choice(String text, List<UUID> tags) {}

    /** Answered in one's own words, by everybody. */
    public static Question open(String text) {
        return new Question(text, Kind.TEXT, true, List.of());
    }

    public boolean isOpen() {
        return kind == Kind.TEXT;
    }

    public boolean isOfMany() {
        return kind == Kind.SEVERAL;
    }

    /** The tags that an answer gives; a choice stands on a line of its own. */
    public Stream<UUID> tags(String answer) {
        var chosen = answer.lines().toList();
        return choices.stream()
                .filter(choice -> chosen.contains(choice.text()))
                .flatMap(choice -> choice.tags().stream());
    }

    /** The same, where one tag became another, or is no more. */
    Question following(UUID from, @Nullable UUID into) {
        return new Question(
                text,
                kind,
                required,
                choices.stream()
                        .map(choice -> new Choice(
                                choice.text(),
                                choice.tags().stream()
                                        .flatMap(tag -> !tag.equals(from)
                                                ? Stream.of(tag)
                                                : into == null ? Stream.empty() : Stream.of(into))
                                        .distinct()
                                        .toList()))
                        .toList());
    }

    String kept() {
        return JSON.writeValueAsString(choices);
    }

    /** @param kept choices as {@link #kept} writes them */
    static Question of(String text, String kind, boolean required, String kept) {
        return new Question(text, Db.constant(Kind.class, kind), required, choices(kept));
    }

    private static List<Choice> choices(String kept) {
        return kept.equals("[]") ? List.of() : Arrays.asList(JSON.readValue(kept, Choice[].class));
    }

    private record Line(String text, String kind, boolean required, List<Choice> choices) {}

    /** Several as one text of JSON. */
    static List<Question> all(@Nullable String json) {
        return json == null
                ? List.of()
                : Arrays.stream(JSON.readValue(json, Line[].class))
                        .map(line -> new Question(
                                line.text(), Db.constant(Kind.class, line.kind()), line.required(), line.choices()))
                        .toList();
    }

    /** For what comes from elsewhere. */
    static boolean isReadable(String kept) {
        try {
            return choices(kept).stream()
                    .allMatch(choice -> ChangeQuestions.isChoice(choice.text())
                            && choice.tags().size() <= ChangeQuestions.MOST_TAGS);
        } catch (JacksonException | NullPointerException _) {
            return false;
        }
    }
}
