package app.teahouse.content;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.curation.OpenPost;
import app.teahouse.files.KeepFile;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whoever may read a free preview sees its pictures, also those that came to it later. */
@TeahouseTest
class PreviewFilesTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePosts posts;

    @Autowired
    KeepFile keepFile;

    @Autowired
    OpenPost openPost;

    @Autowired
    EditPost editPost;

    @Autowired
    MockMvcTester mvc;

    @Test
    void a_picture_added_to_a_preview_is_seen_outside() throws IOException {
        var owner = circles.someOwner();
        var staff = circles.staff(owner);
        var key = PostKey.of(String.valueOf(posts.somePost(owner.member())));
        openPost.open(staff, key);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB), "png", bytes);
        var picture = keepFile.keep(staff, "leaf.png", new ByteArrayInputStream(bytes.toByteArray()));
        assertThat(mvc.get().uri("/c/" + SomeCircles.slug(owner) + picture.address()))
                .hasStatus(404);

        var words = new EditPost.Asked("Leaves", picture.markdown(), null, null);
        editPost.edit(posts.speaker(owner.member()), key, words);

        assertThat(mvc.get().uri("/c/" + SomeCircles.slug(owner) + picture.address()))
                .hasStatusOk();
    }
}
