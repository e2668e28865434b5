package app.teahouse.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.circles.Pulse;
import app.teahouse.content.WritePost.Asked;
import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Member;
import app.teahouse.members.SomeCircles;
import app.teahouse.sheet.PostSheet;
import app.teahouse.sheet.PostView;
import app.teahouse.tags.MakeTag;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TeahouseTest
class WritePostTest {
    @Autowired
    WaitingPosts waitingPosts;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePosts posts;

    @Autowired
    WritePost writePost;

    @Autowired
    PostSheet sheet;

    @Autowired
    MakeTag makeTag;

    @Autowired
    Pulse pulse;

    @Autowired
    Jobs jobs;

    @Autowired
    Gate gate;

    @Autowired
    Clock clock;

    @Autowired
    Db db;

    private PostView read(Member member, String key) {
        return sheet.read(gate.onlooker(member), PostKey.of(key));
    }

    @Test
    void a_form_sent_twice_at_once_makes_one_post() throws Exception {
        var member = circles.someMember(circles.someOwner());
        var asked = new Asked(SomePosts.newId(), "Twice", "The same words", List.of(), null);

        var attempts = AtOnce.run(8, () -> writePost.write(posts.speaker(member), asked));

        assertThat(attempts.refused()).isEmpty();
        assertThat(attempts.done()).hasSize(8);
        assertThat(attempts.done().stream().map(WritePost.Written::number).distinct())
                .hasSize(1);
        assertThat(pulse.of(member.circle()).posts()).isEqualTo(1);
    }

    @Test
    void other_words_under_the_same_id_are_refused() {
        var member = circles.someMember(circles.someOwner());
        var id = SomePosts.newId();
        writePost.write(posts.speaker(member), new Asked(id, "", "One", List.of(), null));

        assertThatThrownBy(() -> writePost.write(posts.speaker(member), new Asked(id, "", "Two", List.of(), null)))
                .hasMessage("post.made-already");
    }

    @Test
    void too_long_and_too_many_files_are_named_together() {
        var member = circles.someMember(circles.someOwner());
        var files = new StringBuilder();
        for (var i = 0; i < 51; i++) {
            files.append("![](/f/")
                    .append(app.teahouse.kernel.Ids.text(SomePosts.newId()))
                    .append(")\n");
        }

        assertThatThrownBy(() -> posts.write(member, "x".repeat(121), files.toString(), List.of(), null))
                .isInstanceOfSatisfying(
                        app.teahouse.kernel.Refusal.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting(app.teahouse.kernel.Refusal.Fault::code)
                                .containsExactly("field.too-long", "post.too-many-files"));
    }

    @Test
    void a_mentioned_member_is_linked_by_number() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var number = posts.somePost(member, "", "Ask @1 about it");

        assertThat(read(member, "" + number).html()).contains("class=\"mention\"", "/m/1\"");
    }

    @Test
    void a_scheduled_post_is_its_authors_alone_until_its_moment_comes() {
        var owner = circles.someOwner();
        var author = circles.someMember(owner);
        makeTag.make(
                gate.staff(new app.teahouse.kernel.Visitor(owner.member().person()), SomeCircles.slug(owner)), "Green");
        var at = clock.instant().plus(Duration.ofDays(1));
        var written = posts.write(author, "Later", "Not yet", List.of("green"), at);
        var key = app.teahouse.kernel.Ids.text(written.id());

        assertThat(written.number()).isNull();
        assertThat(read(author, key).isScheduled()).isTrue();
        assertThat(read(author, key).number()).isNull();
        assertThat(waitingPosts.of(author)).extracting(WaitingPost::name).containsExactly("Later");
        assertThat(waitingPosts.of(owner.member())).isEmpty();
        assertThatThrownBy(() -> read(owner.member(), key)).hasMessage("post.unknown");

        jobs.run("content.publish-scheduled", at.plusSeconds(1));

        var published = read(owner.member(), key);
        assertThat(published.isLive()).isTrue();
        assertThat(published.number()).isEqualTo(1);
        assertThat(published.tags()).containsExactly("Green");
        assertThat(db.sql("select post_count from tags.tag where circle_id = :circle")
                        .with("circle", owner.circle())
                        .one(Long.class))
                .isEqualTo(1);
    }

    @Test
    void a_scheduled_post_of_somebody_muted_meanwhile_is_not_published() {
        var owner = circles.someOwner();
        var author = circles.someMember(owner);
        var at = clock.instant().plus(Duration.ofDays(1));
        var key = app.teahouse.kernel.Ids.text(
                posts.write(author, "Later", "Not yet", List.of(), at).id());
        circles.mute(author, "post");

        jobs.run("content.publish-scheduled", at.plusSeconds(1));

        assertThat(read(author, key).isDeleted()).isTrue();
    }

    @Test
    void a_scheduled_post_waits_while_the_circle_rests() {
        var owner = circles.someOwner();
        var author = circles.someMember(owner);
        var at = clock.instant().plus(Duration.ofDays(1));
        var key = app.teahouse.kernel.Ids.text(
                posts.write(author, "Later", "Not yet", List.of(), at).id());
        var morning = at.plus(Duration.ofHours(8));
        db.sql("""
                insert into speaking.hush (circle_id, kind, surfaces, spares, until, reason, made_at)
                values (:circle, 'now', '{post}', '{}', :morning, '', :at)
                """)
                .with("circle", owner.circle())
                .with("morning", morning)
                .with("at", at)
                .run();

        jobs.run("content.publish-scheduled", at.plusSeconds(1));
        assertThat(read(author, key).isScheduled()).isTrue();

        jobs.run("content.publish-scheduled", morning.plusSeconds(1));
        assertThat(read(author, key).isLive()).isTrue();
    }

    @Test
    void tags_must_be_the_circles_own() {
        var member = circles.someMember(circles.someOwner());

        assertThatThrownBy(() -> posts.write(member, "", "Text", List.of("unheard"), null))
                .hasMessage("tag.unknown");
    }
}
