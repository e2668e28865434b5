package app.teahouse.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.content.SomePosts;
import app.teahouse.departures.Archive;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Person;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@TeahouseTest
class SavedEndingsTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    SavePost savePost;

    @Autowired
    SavedList list;

    @Autowired
    LeaveSaved leaveSaved;

    @Autowired
    SavedHousehold household;

    @Autowired
    JsonMapper json;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    KeepWords keepWords;

    @Autowired
    Db db;

    @Test
    void who_left_a_circle_keeps_nothing_of_it() {
        var owner = circles.someOwner();
        var reader = circles.someMember(owner);
        savePost.save(reader, posts.somePost(owner.member()));

        assertThat(post(reader, "/membership/end")).hasStatus(303);

        assertThat(list.read(reader.person(), SavedList.Asked.ALL, 20).items()).isEmpty();
        await().untilAsserted(() -> assertThat(rows(reader)).isZero());
    }

    /** The event that takes the rows away may still be on its way. */
    @Test
    void who_is_no_member_any_more_sees_nothing_even_before_the_rows_are_gone() {
        var owner = circles.someOwner();
        var reader = circles.someMember(owner);
        savePost.save(reader, posts.somePost(owner.member()));
        db.sql(
                        "update members.membership set state = 'left', ended_at = now() where circle_id = :circle and account_id = :account")
                .with("circle", reader.circle())
                .with("account", reader.account())
                .run();

        assertThat(list.read(reader.person(), SavedList.Asked.ALL, 20).items()).isEmpty();
        assertThat(rows(reader)).isEqualTo(1);
    }

    @Test
    void the_list_comes_along_with_ones_own_data_and_goes_with_the_account() throws IOException {
        var owner = circles.someOwner();
        var reader = circles.someMember(owner);
        savePost.save(reader, posts.somePost(owner.member()));
        savePost.save(owner.member(), 1);

        assertThat(ownData(reader.person()))
                .contains("\"number\":1", reader.circle().value().toString());
        assertThat(leaveSaved.step(reader.account(), false, Instant.now())).isFalse();

        assertThat(rows(reader)).isZero();
        assertThat(rows(owner.member())).isEqualTo(1);
    }

    @Test
    void words_of_a_post_that_is_protected_by_now_stay_with_their_writer() throws IOException {
        var owner = circles.someOwner();
        var reader = circles.someMember(owner);
        var number = posts.somePost(owner.member());
        keepWords.keep(reader, number, "Leaves of the owner", 10);
        assertThat(ownData(reader.person())).contains("Leaves of the owner");

        db.sql("update content.post set protection = true where circle_id = :circle and number = :number")
                .with("circle", owner.circle())
                .with("number", number)
                .run();

        assertThat(ownData(reader.person()))
                .doesNotContain("Leaves of the owner")
                .contains("\"part\":10");
    }

    @Test
    void a_deleted_circle_leaves_every_list() {
        var owner = circles.someOwner();
        var reader = circles.someMember(owner);
        savePost.save(reader, posts.somePost(owner.member()));

        assertThat(household.erase(owner.circle(), 10)).isTrue();
        assertThat(household.erase(owner.circle(), 10)).isFalse();

        assertThat(rows(reader)).isZero();
    }

    private MvcTestResult post(Member member, String path, String... fields) {
        var request = mvc.post()
                .uri("/c/" + member.face().slug() + path)
                .cookie(people.cookie(member.person()))
                .with(csrf());
        for (var i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private long rows(Member member) {
        return db.sql("select count(*) from saved.post where account_id = :account")
                .with("account", member.account())
                .one(Long.class);
    }

    private String ownData(Person person) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var archive = new Archive(bytes, json)) {
            leaveSaved.write(person.account(), archive);
        }
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("saved.jsonl");
            var saved = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(zip.getNextEntry().getName()).isEqualTo("saved-passages.jsonl");
            return saved + new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
