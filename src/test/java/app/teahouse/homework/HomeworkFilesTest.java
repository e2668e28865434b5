package app.teahouse.homework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Role;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.tokens.SomeTokens;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A picture in homework is there for whoever may read the homework, in every size and through every door, and for nobody else. */
@TeahouseTest
class HomeworkFilesTest {
    private static final Pattern ADDRESS = Pattern.compile("/f/[a-z2-7]{26}");

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeTokens tokens;

    @Autowired
    SomeHomework homework;

    @Autowired
    MockMvcTester mvc;

    private Owner owner;
    private Member writer;
    private Member peer;
    private Member guest;
    private Member stranger;
    private String picture;
    private String words;

    @BeforeEach
    void a_picture() throws IOException {
        owner = circles.someOwner();
        writer = circles.someMember(owner);
        peer = circles.someMember(owner);
        guest = circles.join(owner, people.someone("Guest"), Role.GUEST_EXPERT);
        stranger = circles.someMember(owner);
        picture = upload(writer);
        words = "My pot.\n\n![](" + picture + ")";
    }

    @Test
    void what_somebody_is_writing_is_there_for_them_and_the_staff() {
        var task = homework.task(owner);

        assertThat(who()).as("uploaded, and nowhere yet").containsExactly("writer", "owner");
        post(writer, "/p/" + task + "/homework/draft", "text", words);
        assertThat(who()).as("in a draft").containsExactly("writer", "owner");

        post(writer, "/p/" + task + "/homework/draft", "text", "");
        post(writer, "/write/draft", "text", words, "title", "");
        assertThat(who()).as("in a draft of a post").containsExactly("writer", "owner");
    }

    @Test
    void what_is_handed_in_is_there_for_its_readers() {
        var task = homework.task(owner, SomeHomework.OPEN, guest.standing().number());
        var number = homework.handIn(writer, task, words).number();
        assertThat(who()).containsExactly("writer", "owner", "guest");

        homework.handIn(peer, task, "Mine");
        assertThat(who()).as("who handed in something too").containsExactly("writer", "owner", "guest", "peer");

        post(owner.member(), "/p/" + number + "/hiding", "reason", "Not this one");
        assertThat(who()).as("hidden").containsExactly("writer", "owner");
        post(owner.member(), "/p/" + number + "/hiding/removal");
        assertThat(who()).containsExactly("writer", "owner", "guest", "peer");
        post(writer, "/p/" + number + "/deletion");
        assertThat(who()).as("deleted, and not yet erased").containsExactly("writer", "owner");
    }

    @Test
    void terms_decide_also_about_pictures() {
        for (var peers : List.of(Peers.NEVER, Peers.ALWAYS)) {
            var task = homework.task(owner, new Terms(null, 0, 3, peers, Scale.FIVE));
            homework.handIn(peer, task, "Mine");
            homework.handIn(writer, task, words);
            assertThat(who())
                    .as(peers.name())
                    .containsExactlyElementsOf(
                            peers == Peers.NEVER
                                    ? List.of("writer", "owner")
                                    : List.of("writer", "owner", "guest", "peer", "stranger"));
        }
    }

    @Test
    void citing_the_address_of_a_picture_opens_it_to_nobody() {
        var task = homework.task(owner, new Terms(null, 0, 3, Peers.NEVER, Scale.FIVE));
        var number = homework.handIn(writer, task, words).number();

        for (var i = 0; i < 21; i++) {
            posts.somePost(stranger, "Cited", "![](" + picture + ")");
        }
        assertThat(who()).contains("guest").doesNotContain("stranger");
        post(writer, "/p/" + number + "/deletion");
        assertThat(who()).doesNotContain("stranger");
    }

    @Test
    void programs_and_strangers_get_no_more_than_pages() {
        var task = homework.task(owner);
        homework.handIn(writer, task, words);
        var slug = SomeCircles.slug(owner);
        for (var size : sizes()) {
            var address = "/c/" + slug + picture + size;
            assertThat(mvc.get().uri(address).header("Authorization", "Bearer " + token(peer)))
                    .doesNotHave(new org.assertj.core.api.Condition<>(
                            answer -> answer.getResponse().getStatus() == 200, "a picture"));
            assertThat(mvc.get().uri(address)).hasStatus(404);
            assertThat(status(people.someone(), address)).isEqualTo(404);
        }
        assertThat(status(peer.person(), "/c/" + slug + "/f/" + "a".repeat(26))).isEqualTo(404);
        assertThat(status(peer.person(), "/c/" + slug + picture + "-1")).isEqualTo(403);
    }

    private String token(Member member) {
        return tokens.some(member.person(), "read", "write");
    }

    private static List<String> sizes() {
        return List.of("", "-480", "-960", "-99999");
    }

    /** Who gets the picture, in whichever size; it is an error if the sizes differ. */
    private List<String> who() {
        record One(String name, Member member) {}
        return Stream.of(
                        new One("writer", writer),
                        new One("owner", owner.member()),
                        new One("guest", guest),
                        new One("peer", peer),
                        new One("stranger", stranger))
                .filter(one -> gets(one.member()))
                .map(One::name)
                .toList();
    }

    private boolean gets(Member member) {
        var statuses = sizes().stream()
                .map(size -> status(member.person(), "/c/" + member.face().slug() + picture + size))
                .distinct()
                .toList();
        assertThat(statuses).hasSize(1).first().isIn(200, 403, 404);
        return statuses.getFirst() == 200;
    }

    private int status(Person person, String path) {
        return mvc.get()
                .uri(path)
                .cookie(people.cookie(person))
                .exchange()
                .getResponse()
                .getStatus();
    }

    private String upload(Member member) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1200, 300, BufferedImage.TYPE_INT_RGB), "png", bytes);
        var sent = mvc.post()
                .uri("/c/" + member.face().slug() + "/files")
                .multipart()
                .file(new MockMultipartFile("file", "pot.png", "image/png", bytes.toByteArray()))
                .cookie(people.cookie(member.person()))
                .with(csrf())
                .exchange();
        var found = ADDRESS.matcher(text(sent.getResponse()));
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static String text(org.springframework.mock.web.MockHttpServletResponse response)
            throws UnsupportedEncodingException {
        return response.getContentAsString();
    }

    private void post(Member member, String path, String... fields) {
        var request = mvc.post()
                .uri("/c/" + member.face().slug() + path)
                .cookie(people.cookie(member.person()))
                .with(csrf());
        for (var i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        assertThat(request.exchange().getResponse().getStatus()).as(path).isIn(204, 303);
    }
}
