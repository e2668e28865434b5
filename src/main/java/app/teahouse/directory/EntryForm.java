package app.teahouse.directory;

import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A member's own line as the fields of its page. */
public final class EntryForm {

    private EntryForm() {}

    static Form of(Frame frame, Entry entry) {
        var said = entry.said();
        var fields = new ArrayList<@Nullable Object>(List.of(
                "listed",
                entry.isListed(),
                "expertise",
                together(frame, said.expertise()),
                "interests",
                together(frame, said.interests()),
                "region",
                said.region(),
                "place",
                said.place(),
                "offers",
                said.offers(),
                "seeks",
                said.seeks(),
                "contact",
                said.contact(),
                "link",
                said.link()));
        for (var field : Field.values()) {
            fields.add(field.key() + "For");
            fields.add(entry.audience(field).key());
        }
        return Form.blank(frame, fields.toArray());
    }

    private static String together(Frame frame, List<String> words) {
        return String.join(frame.isChinese() ? "，" : ", ", words);
    }

    static Said said(Form form) {
        var expertise = new ArrayList<>(List.of(form.value("expertise")));
        expertise.addAll(form.values("known"));
        return new Said(
                expertise,
                List.of(form.value("interests")),
                form.value("region"),
                form.value("place"),
                form.value("offers"),
                form.value("seeks"),
                form.value("contact"),
                form.value("link"));
    }

    static Map<Field, Audience> audiences(Form form) {
        var audiences = new EnumMap<Field, Audience>(Field.class);
        for (var field : Field.values()) {
            var name = field.key() + "For";
            if (form.has(name)) {
                audiences.put(field, Audience.named(name, form.value(name)));
            }
        }
        return audiences;
    }

    /** What a field offers, the widest first. */
    public static Map<String, String> choices(Frame frame) {
        var choices = new LinkedHashMap<String, String>();
        for (var audience : List.of(Audience.values()).reversed()) {
            choices.put(audience.key(), frame.t("directory.for." + audience.key()));
        }
        return choices;
    }
}
