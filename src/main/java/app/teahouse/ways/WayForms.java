package app.teahouse.ways;

import app.teahouse.kernel.Refusal;
import app.teahouse.ways.SetUpWay.WayText;
import app.teahouse.ways.WayView.Offer;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Between what somebody typed and what a way of paying is; for a circle's pages and the operator's alike. */
public final class WayForms {
    private WayForms() {}

    public static Form blank(Frame frame, Offer offer, @Nullable WayView view) {
        var values = new ArrayList<Object>();
        values.addAll(List.of("name", view == null ? frame.t("ways.kind." + offer.kind()) : view.name()));
        if (view == null || view.on()) {
            values.addAll(List.of("on", "true"));
        }
        values.addAll(List.of("currencies", view == null ? "" : String.join(" ", view.currencies())));
        if (view != null) {
            view.settings().forEach((name, value) -> values.addAll(List.of("setting." + name, value)));
        }
        return Form.blank(frame, values.toArray());
    }

    public static WayText text(Form form, Offer offer) {
        var settings = new HashMap<String, String>();
        for (var field : offer.fields()) {
            settings.put(field.name(), form.value("setting." + field.name()));
        }
        var currencies = form.value("currencies").strip().toUpperCase(Locale.ROOT);
        return new WayText(
                form.value("name"),
                form.has("on", "true"),
                currencies.isEmpty() ? List.of() : List.of(currencies.split("[\\s,，、;；]+")),
                settings);
    }

    public static @Nullable SmallPicture picture(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            return null;
        }
        try (var content = file.getInputStream()) {
            return SmallPicture.of("picture", content.readNBytes(10_000_001));
        } catch (IOException e) {
            throw Refusal.invalid("picture", "file.unreadable");
        }
    }
}
