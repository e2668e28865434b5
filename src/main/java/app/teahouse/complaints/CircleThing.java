package app.teahouse.complaints;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.reports.Thing;
import app.teahouse.reports.ThingView;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A circle as a whole. Its own staff decide nothing about it. */
@Component
class CircleThing implements Thing {
    static final String KIND = "circle";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public ThingView seen(Member reader, String key) {
        if (!key.equals(reader.face().slug())) {
            throw Refusal.notFound("circle.unknown");
        }
        return new ThingView(
                KIND, reader.circle().value(), key, null, reader.face().name(), "", "/about", null, "shown");
    }

    @Override
    public Map<UUID, ThingView> views(CircleId circle, Collection<UUID> things) {
        return Map.of();
    }

    @Override
    public boolean isWords() {
        return false;
    }

    @Override
    public void show(Staff staff, UUID thing) {
        throw Refusal.notFound("report.unknown");
    }

    @Override
    public void hide(Staff staff, UUID thing, String why) {
        throw Refusal.notFound("report.unknown");
    }

    @Override
    public void delete(Staff staff, UUID thing) {
        throw Refusal.notFound("report.unknown");
    }

    @Override
    public void restore(Staff staff, UUID thing) {
        throw Refusal.notFound("report.unknown");
    }
}
