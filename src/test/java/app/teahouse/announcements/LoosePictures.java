package app.teahouse.announcements;

import app.teahouse.files.KeepFile;
import app.teahouse.kernel.Owner;
import app.teahouse.members.SomeCircles;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Pictures that somebody uploaded, and nobody needs yet. */
@Component
class LoosePictures {
    private final KeepFile keepFile;
    private final SomeCircles circles;
    private final JdbcTemplate jdbc;

    LoosePictures(KeepFile keepFile, SomeCircles circles, JdbcTemplate jdbc) {
        this.keepFile = keepFile;
        this.circles = circles;
        this.jdbc = jdbc;
    }

    KeepFile.Kept leaf(Owner owner) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return keepFile.keep(circles.staff(owner), "leaf.png", new ByteArrayInputStream(bytes.toByteArray()));
    }

    boolean isThere(Owner owner, KeepFile.Kept file) {
        return !jdbc.queryForList(
                        "select 1 from files.file where circle_id = ? and file_id = ?",
                        owner.circle().value(),
                        file.id().value())
                .isEmpty();
    }
}
