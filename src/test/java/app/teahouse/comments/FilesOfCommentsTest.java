package app.teahouse.comments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.content.SomePosts;
import app.teahouse.files.KeepFile;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Surface;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * A picture in a comment is seen by who may read the comment. Before, whoever may read the circle could fetch it by its address: below a part
 * of a column that was not open to them yet, and after the comment was deleted.
 */
@TeahouseTest
class FilesOfCommentsTest {
    @Autowired
    SomePeople people;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeComments comments;

    @Autowired
    KeepFile keepFile;

    @Autowired
    MockMvcTester mvc;

    private Owner owner;
    private Member writer;
    private Member reader;
    private long post;
    private CommentId comment;
    private String picture;

    @BeforeEach
    void a_picture_in_a_comment() throws IOException {
        owner = circles.someOwner();
        writer = circles.someMember(owner);
        reader = circles.someMember(owner);
        post = posts.somePost(owner.member());
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB), "png", bytes);
        var kept = keepFile.keep(
                circles.speaker(writer, Surface.UPLOAD), "leaf.png", new ByteArrayInputStream(bytes.toByteArray()));
        picture = kept.address();
        comment = comments.someComment(writer, post, kept.markdown());
    }

    private MvcTestResult look(Member member) {
        return mvc.get()
                .uri(url() + picture)
                .cookie(people.cookie(member.person()))
                .exchange();
    }

    private void post(Member member, String path, String... fields) {
        var request = mvc.post()
                .uri(url() + path)
                .cookie(people.cookie(member.person()))
                .with(csrf());
        for (var i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        assertThat(request.exchange()).hasStatus(303);
    }

    private String url() {
        return "/c/" + SomeCircles.slug(owner);
    }

    @Test
    void whoever_reads_the_comment_sees_it_and_nobody_outside() {
        assertThat(look(reader)).hasStatusOk();
        assertThat(mvc.get().uri(url() + picture).exchange()).hasStatus(404);
    }

    @Test
    void it_ends_with_the_comment_and_comes_back_with_it() {
        var path = "/comments/" + Ids.text(comment);
        post(writer, path + "/deletion");

        assertThat(look(reader)).hasStatus(403);
        assertThat(look(writer)).as("who brought it").hasStatusOk();
        assertThat(look(owner.member())).as("the staff").hasStatusOk();

        post(writer, path + "/restoration");
        assertThat(look(reader)).hasStatusOk();
    }

    @Test
    void below_a_part_that_is_not_open_yet_it_is_not_seen_either() {
        post(owner.member(), "/manage/columns", "name", "Course", "published", "true");
        post(owner.member(), "/manage/columns/1/items", "post", String.valueOf(post));
        post(owner.member(), "/manage/columns/1/opening", "opens", "on_day", "day", "2199-01-01");

        assertThat(look(reader)).hasStatus(403);
    }

    @Test
    void citing_its_address_does_not_open_it() {
        post(writer, "/comments/" + Ids.text(comment) + "/deletion");
        var other = posts.somePost(owner.member());
        comments.someComment(reader, other, "![](" + picture + ")");

        assertThat(look(reader)).hasStatus(403);
    }
}
