package app.teahouse.circles;

import app.teahouse.files.Holder;
import app.teahouse.files.Holdings;
import app.teahouse.files.StoredFiles;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Differences;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Partner;
import app.teahouse.text.Rendered;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes a circle's about page: Markdown, with up to three pictures. */
@Component
public class ChangeAbout {
    static final int MOST_PICTURES = 3;
    private static final int LONGEST = 20_000;

    private final Db db;
    private final FaceText faceText;
    private final StoredFiles files;
    private final Holdings holdings;
    private final Circles circles;

    ChangeAbout(Db db, FaceText faceText, StoredFiles files, Holdings holdings, Circles circles) {
        this.db = db;
        this.faceText = faceText;
        this.files = files;
        this.holdings = holdings;
        this.circles = circles;
    }

    @Transactional
    public void change(Partner partner, String text) {
        holdings.set(partner.circle(), Holder.of("about", partner.circle()), FaceText.ids(text));
        var rendered = preview(partner, text);
        new Faults()
                .atMost("text", text, LONGEST)
                .require(
                        rendered.pictures().size() <= MOST_PICTURES,
                        "text",
                        "about.too-many-pictures",
                        Map.of("most", MOST_PICTURES))
                .refuse();
        Differences.say(
                "about",
                db.sql("select about from circles.circle where circle_id = :circle for no key update")
                        .with("circle", partner.circle())
                        .one(String.class),
                text);
        db.sql("""
                update circles.circle
                   set about = :about, about_html = :html, version = version + 1
                 where circle_id = :circle
                """)
                .with("circle", partner.circle())
                .with("about", text)
                .with("html", text.isBlank() ? "" : rendered.html())
                .run();
        files.show(
                partner.circle(),
                rendered.pictures().stream()
                        .filter(Rendered.Picture::own)
                        .map(Rendered.Picture::address)
                        .toList());
        circles.changed(partner.circle());
    }

    /** How it will look, for somebody who is still writing. */
    Rendered preview(Partner partner, String text) {
        new Faults().atMost("text", text, LONGEST).refuse();
        return faceText.render(partner.member().face(), text);
    }
}
