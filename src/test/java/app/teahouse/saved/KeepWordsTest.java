package app.teahouse.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.content.SomePosts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.tokens.SomeTokens;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@TeahouseTest
class KeepWordsTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeTokens tokens;

    @Autowired
    SavePost savePost;

    @Autowired
    Folders folders;

    @Autowired
    KeepWords keepWords;

    @Autowired
    SavedSheet sheet;

    @Autowired
    SavedList list;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Db db;

    @Test
    void folders_have_each_name_once_an_order_and_leave_their_posts_behind() {
        var owner = circles.someOwner();
        var reader = circles.someMember(owner);
        var person = reader.person();
        var tea = folders.add(person, "Tea");
        var cups = folders.add(person, "Cups");
        assertThatThrownBy(() -> folders.add(person, "TEA ")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> folders.rename(person, cups, "tea")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> folders.add(person, " ")).isInstanceOf(Refusal.class);

        folders.move(person, cups, true);
        folders.move(person, cups, true);
        assertThat(folders.of(person)).extracting(Folder::name).containsExactly("Cups", "Tea");
        folders.rename(person, cups, "Pots");

        keepWords.note(reader, posts.somePost(owner.member(), "Green", "Leaves."), "For spring", tea);
        keepWords.note(reader, posts.somePost(owner.member(), "Black", "Leaves."), "", null);
        assertThat(names(reader, new SavedList.Asked(tea, null, null))).containsExactly("Green");
        folders.remove(person, tea);
        assertThat(names(reader, SavedList.Asked.ALL)).containsExactly("Black", "Green");
        assertThat(sheet.read(reader, 1).note()).isEqualTo("For spring");

        var stranger = circles.someMember(owner);
        assertThatThrownBy(() -> keepWords.note(stranger, 1, "", cups)).hasMessage("saved.folder-unknown");
        assertThatThrownBy(() -> folders.rename(stranger.person(), cups, "Mine"))
                .hasMessage("saved.folder-unknown");
    }

    @Test
    void ten_folders_of_one_name_at_once_are_one_and_passages_stay_within_their_number() throws Exception {
        var owner = circles.someOwner();
        var reader = circles.someMember(owner);
        posts.somePost(owner.member());
        var made = AtOnce.run(10, () -> folders.add(reader.person(), "Tea"));
        assertThat(made.done()).hasSize(1);
        assertThat(folders.of(reader.person())).hasSize(1);

        for (var i = 0; i < KeepWords.MOST_PASSAGES - 2; i++) {
            keepWords.keep(reader, 1, "Words " + i, i);
        }
        var pressed = new AtomicInteger();
        var kept = AtOnce.run(10, () -> keepWords.keep(reader, 1, "At once " + pressed.incrementAndGet(), null));
        assertThat(kept.done()).hasSize(2);
        assertThat(kept.refused()).hasSize(8).containsOnly("saved.too-many-passages");
    }

    @Test
    void the_same_words_are_kept_once_however_often_it_is_pressed() throws Exception {
        var owner = circles.someOwner();
        var reader = circles.someMember(owner);
        var number = posts.somePost(owner.member());

        var kept = AtOnce.run(10, () -> keepWords.keep(reader, number, "Leaves", 10));

        assertThat(kept.done()).hasSize(10);
        assertThat(Set.copyOf(kept.done())).hasSize(1);
    }

    @Test
    void what_is_saved_is_found_by_title_note_and_passage_page_by_page() {
        var owner = circles.someOwner();
        var reader = circles.someMember(owner);
        for (var i = 1; i <= 5; i++) {
            savePost.save(reader, posts.somePost(owner.member(), "Oolong " + i, "Leaves."));
        }
        keepWords.note(reader, posts.somePost(owner.member(), "Kettle", "Iron."), "Boil for the oolong", null);
        keepWords.keep(reader, posts.somePost(owner.member(), "Cup", "Clay."), "thin as Oolong leaves", 10);
        savePost.save(reader, posts.somePost(owner.member(), "Nothing", "Nothing."));

        var first = list.read(reader.person(), new SavedList.Asked(null, "OOLONG", null), 4);
        var second = list.read(reader.person(), new SavedList.Asked(null, "OOLONG", first.next()), 4);

        assertThat(first.items()).extracting(SavedPost::name).containsExactly("Cup", "Kettle", "Oolong 5", "Oolong 4");
        assertThat(second.items()).extracting(SavedPost::name).containsExactly("Oolong 3", "Oolong 2", "Oolong 1");
        assertThat(second.next()).isNull();
    }

    @Test
    void a_passage_leads_back_to_its_words() {
        var id = new PassageId(new java.util.UUID(0, 1));
        assertThat(new Quotation(id, "well-known, 茶 & tea", 430).link("/c/tea/p/1"))
                .isEqualTo("/c/tea/p/1#part-430:~:text=well%2Dknown%2C%20%E8%8C%B6%20%26%20tea");
        var sentence = "The first leaves of the year are picked before the rain and dried the same day.";
        assertThat(new Quotation(id, sentence, null).link("/c/tea/p/1"))
                .isEqualTo("/c/tea/p/1#:~:text=The%20first%20leaves%20of%20the,and%20dried%20the%20same%20day.");
    }

    @Test
    void it_works_on_pages_without_a_script_and_in_the_api() throws Exception {
        var owner = circles.someOwner();
        var reader = circles.someMember(owner);
        posts.somePost(owner.member());
        var url = "/c/" + reader.face().slug() + "/p/1";

        assertThat(post(reader, "/me/saved/folders", "name", "Tea")).hasStatus(303);
        assertThat(post(reader, "/me/saved/folders", "name", "tea")).hasStatus(422);
        var folder = folders.of(reader.person()).getFirst();
        assertThat(post(reader, url + "/passages", "words", "The first leaves", "part", "120"))
                .hasStatus(303);
        assertThat(post(reader, url + "/passages", "words", " ")).hasStatus(422);
        assertThat(post(reader, url + "/saved/note", "note", "For spring", "folder", folder.key()))
                .hasStatus(303);
        assertThat(get(reader, url + "/saved")).bodyText().contains("For spring", "The first leaves", "selected");
        assertThat(get(reader, url)).bodyText().contains("Saved, with words of your own");
        assertThat(get(reader, "/me/saved?folder=" + folder.key()))
                .bodyText()
                .contains("For spring", "The first leaves", "#part-120:~:text=");
        assertThat(get(reader, "/me/saved?q=spring")).bodyText().contains(url + "/saved");

        var token = "Bearer " + tokens.some(reader.person(), "read", "write");
        assertThat(mvc.get().uri("/api/v1/me/saved?q=first").header("Authorization", token))
                .bodyText()
                .contains("For spring", "The first leaves");
        assertThat(mvc.put()
                        .uri("/api/v1" + url.replace("/c/", "/circles/").replace("/p/", "/posts/") + "/saved/note")
                        .header("Authorization", token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"note\": \"Later\"}"))
                .hasStatus(204);
        assertThat(sheet.read(reader, 1).note()).isEqualTo("Later");
        assertThat(sheet.read(reader, 1).folder()).isEmpty();

        savePost.remove(reader, 1);
        assertThat(db.sql("select count(*) from saved.passage where account_id = :account")
                        .with("account", reader.account())
                        .one(Long.class))
                .isZero();
    }

    private List<String> names(Member reader, SavedList.Asked asked) {
        return list.read(reader.person(), asked, 20).items().stream()
                .map(SavedPost::name)
                .toList();
    }

    private MvcTestResult get(Member member, String path) {
        return mvc.get().uri(path).cookie(people.cookie(member.person())).exchange();
    }

    private MvcTestResult post(Member member, String path, String... fields) {
        var request =
                mvc.post().uri(path).cookie(people.cookie(member.person())).with(csrf());
        for (var i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
