package app.teahouse.circles;

import app.teahouse.files.Holder;
import app.teahouse.files.Holdings;
import app.teahouse.luggage.Arrival;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import app.teahouse.luggage.Row;
import app.teahouse.web.Look;
import app.teahouse.web.Zones;
import java.util.List;
import org.springframework.stereotype.Component;

/** How a circle's own row leaves and comes. It comes last: until then the circle exists for nobody. */
@Component
class CircleLuggage implements Luggage {
    private final FaceText faceText;
    private final Holdings holdings;
    private final Circles circles;

    CircleLuggage(FaceText faceText, Holdings holdings, Circles circles) {
        this.faceText = faceText;
        this.holdings = holdings;
        this.circles = circles;
    }

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.of("circles.circle", "")
                        .text("about")
                        .pictures("cover")
                        .made("about_html, slug, listing, owner_id")
                        .as("join_mode", "case when t.join_mode = 'password' then 'invitation' else t.join_mode end")
                        .as(
                                "state",
                                "case when 'archived' in (t.state, t.halted_from) then 'archived' else 'active' end")
                        .leave(
                                "join_password",
                                "it is a secret; such a circle is joined by invitation until it has another")
                        .leave("delete_at", "a copy is not being deleted")
                        .leave("halted_at", "what an operator decided holds on their site")
                        .leave("halted_from", "as halted_at")
                        .leave("halt_reason", "as halted_at")
                        .leave("halt_until", "as halted_at")
                        .leave("version", "counts the changes on this site")
                        .most("name", 60)
                        .most("promise", 160)
                        .check("colour", Look.COLOURS::contains)
                        .check("zone", Zones::has)
                        .stage(Crate.Stage.LAST)
                        .making(this::make)
                        .then((arrival, rows) -> circles.changed(arrival.circle())),
                Crate.of("circles.pulse", "")
                        .made("member_count, post_count")
                        .stage(Crate.Stage.PEOPLE)
                        .making((arrival, rows) ->
                                rows.forEach(row -> row.set("member_count", 0).set("post_count", 0))),
                Crate.of("circles.question", "position")
                        .most("choices", Question.LONGEST_KEPT)
                        .check("choices", Question::isReadable),
                Crate.of("circles.rules", "version")
                        .people("made_by")
                        .text("body")
                        .made("html")
                        .making(this::makeRules));
    }

    private void make(Arrival arrival, List<Row> rows) {
        for (var row : rows) {
            var about = row.text("about");
            holdings.set(arrival.circle(), Holder.of("about", arrival.circle()), FaceText.ids(about));
            holdings.set(arrival.circle(), Holder.of("cover", arrival.circle()), FaceText.ids(row.text("cover")));
            row.set("about_html", faceText.render(arrival.face(), about).html())
                    .set("slug", arrival.face().slug())
                    .set("listing", arrival.listing())
                    .set("owner_id", arrival.by().value().toString());
        }
    }

    private void makeRules(Arrival arrival, List<Row> rows) {
        for (var row : rows) {
            var body = row.text("body");
            holdings.hold(arrival.circle(), Holder.of("rules", arrival.circle()), FaceText.ids(body));
            row.set("html", faceText.render(arrival.face(), body).html());
        }
    }
}
