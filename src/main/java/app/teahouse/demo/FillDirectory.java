package app.teahouse.demo;

import app.teahouse.directory.Audience;
import app.teahouse.directory.Choice;
import app.teahouse.directory.Field;
import app.teahouse.directory.Said;
import app.teahouse.directory.WriteEntry;
import app.teahouse.kernel.Surface;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Opens a circle's directory and lists some of its members; a field names its audience as {@code contact-for}, if it is another than at first. */
@Component
class FillDirectory {
    private final Texts texts;
    private final Choice choice;
    private final WriteEntry writeEntry;

    FillDirectory(Texts texts, Choice choice, WriteEntry writeEntry) {
        this.texts = texts;
        this.choice = choice;
        this.writeEntry = writeEntry;
    }

    void fill(Stage stage, String owner, Timeline timeline) {
        var entries = texts.entries(stage.folder() + "/directory.md");
        if (entries.isEmpty()) {
            return;
        }
        timeline.add(
                stage.moments().of(entries.getFirst().text("at")), () -> choice.choose(stage.partner(owner), true));
        for (var entry : entries) {
            timeline.add(stage.moments().of(entry.text("at")), () -> list(stage, entry));
        }
    }

    private void list(Stage stage, Entry entry) {
        var audiences = new EnumMap<Field, Audience>(Field.class);
        for (var field : Field.values()) {
            entry.maybe(field.key() + "-for")
                    .ifPresent(audience -> audiences.put(field, Audience.valueOf(audience.toUpperCase(Locale.ROOT))));
        }
        writeEntry.write(
                stage.speaker(entry.text("who"), Surface.PROFILE),
                true,
                new Said(
                        List.of(entry.maybe("expertise").orElse("")),
                        List.of(entry.maybe("interests").orElse("")),
                        entry.maybe("region").orElse(""),
                        entry.maybe("place").orElse(""),
                        entry.body(),
                        entry.maybe("seeks").orElse(""),
                        entry.maybe("contact").orElse(""),
                        entry.maybe("link").orElse("")),
                audiences);
    }
}
