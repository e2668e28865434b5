package app.teahouse.notify;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.content.SomePosts;
import app.teahouse.following.Follows;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Role;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.topics.Topic;
import app.teahouse.topics.Topics;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@TeahouseTest
class NoticesTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomePosts posts;

    @Autowired
    TellPeople tellPeople;

    @Autowired
    GatherReaction gatherReaction;

    @Autowired
    BroadcastNews broadcastNews;

    @Autowired
    FetchBroadcasts fetchBroadcasts;

    @Autowired
    Follows follows;

    @Autowired
    Topics topics;

    @Autowired
    Notices notices;

    @Autowired
    MarkNotices markNotices;

    @Autowired
    Bells bells;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Test
    void somebody_is_told_once_of_one_thing_and_never_of_their_own_doing() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var comment = comment(owner, member.account());

        tell(comment, owner.account(), member.account());
        tell(comment.as(NoticeKind.MENTION), owner.account(), member.account());

        assertThat(list(owner.member())).extracting(Notice::kind).containsExactly(NoticeKind.COMMENT);
        assertThat(bells.unseen(owner.account())).isEqualTo(1);
        assertThat(list(member)).isEmpty();
    }

    @Test
    void who_left_is_told_nothing() {
        var owner = circles.someOwner();
        var stranger = circles.someOwner();

        tell(comment(owner, owner.account()), stranger.account());

        assertThat(bells.unseen(stranger.account())).isZero();
    }

    @Test
    void a_topic_that_was_switched_off_stays_silent() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        topics.choose(owner.member(), EnumSet.of(Topic.MENTIONS));

        tell(comment(owner, member.account()), owner.account());
        gather(owner, member, "p1");
        tell(comment(owner, member.account()).as(NoticeKind.MENTION), owner.account());

        assertThat(list(owner.member())).extracting(Notice::kind).containsExactly(NoticeKind.MENTION);
        assertThat(bells.unseen(owner.account())).isEqualTo(1);
        assertThat(topics.wanted(owner.member())).containsExactly(Topic.MENTIONS);
    }

    @Test
    void ten_reactions_at_once_gather_in_one_notice() throws Exception {
        var owner = circles.someOwner();
        List<Callable<Boolean>> reactions = circlesOf(owner, 10).stream()
                .<Callable<Boolean>>map(member -> () -> gather(owner, member, "p1"))
                .toList();

        AtOnce.run(reactions);

        var list = list(owner.member());
        assertThat(list).hasSize(1);
        assertThat(list.getFirst().actors()).isEqualTo(10);
        assertThat(bells.unseen(owner.account())).isEqualTo(1);
    }

    @Test
    void who_reacts_twice_counts_once_and_what_was_seen_gathers_no_more() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        gather(owner, member, "p1");
        gather(owner, member, "p1");
        assertThat(list(owner.member()).getFirst().actors()).isEqualTo(1);

        markNotices.seen(owner.account(), clock.instant());
        gather(owner, circles.someMember(owner), "p1");

        assertThat(list(owner.member())).extracting(Notice::actors).containsExactly(1, 1);
        assertThat(bells.unseen(owner.account())).isEqualTo(1);
    }

    @Test
    void telling_and_marking_at_once_leave_the_counter_right() throws Exception {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        Callable<Boolean> telling = () -> tell(comment(owner, member.account()), owner.account());
        Callable<Boolean> marking = () -> {
            markNotices.seen(owner.account(), clock.instant());
            return true;
        };

        AtOnce.run(List.of(telling, marking, telling, marking, telling, marking, telling, telling));

        var unseen =
                list(owner.member()).stream().filter(notice -> !notice.isSeen()).count();
        assertThat((long) bells.unseen(owner.account())).isEqualTo(unseen);
    }

    @Test
    void a_broadcast_is_one_row_that_members_fetch_once() throws Exception {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        posts.somePost(owner.member());
        broadcast(post(owner, owner.account()));

        AtOnce.run(4, () -> {
            fetchBroadcasts.fetch(member.account());
            return true;
        });
        fetchBroadcasts.fetch(owner.account());

        assertThat(list(member)).extracting(Notice::kind).containsExactly(NoticeKind.POST);
        assertThat(bells.unseen(member.account())).isEqualTo(1);
        assertThat(list(owner.member())).isEmpty();
    }

    @Test
    void who_joins_later_does_not_hear_of_what_was_before() {
        var owner = circles.someOwner();
        posts.somePost(owner.member());
        broadcast(post(owner, owner.account()));

        var member = circles.someMember(owner);
        fetchBroadcasts.fetch(member.account());

        assertThat(list(member)).isEmpty();
    }

    @Test
    void followers_hear_of_what_they_follow_and_others_do_not() {
        var owner = circles.someOwner();
        var author = circles.someMember(owner);
        var follower = circles.someMember(owner);
        var other = circles.someMember(owner);
        follows.follow(follower, Follows.author(author.account()));
        posts.somePost(author);

        var news = post(owner, author.account()).as(NoticeKind.FOLLOWED_POST);
        transaction.executeWithoutResult(_ -> broadcastNews.toFollowers(Follows.author(author.account()), news));
        fetchBroadcasts.fetch(follower.account());
        fetchBroadcasts.fetch(other.account());

        assertThat(list(follower)).extracting(Notice::kind).containsExactly(NoticeKind.FOLLOWED_POST);
        assertThat(list(other)).isEmpty();
    }

    @Test
    void pages_follow_each_other_without_gaps() {
        var owner = circles.someOwner();
        var member = circles.join(owner, circles.someOwner().member().person(), Role.MEMBER);
        for (var i = 0; i < 5; i++) {
            tell(comment(owner, member.account()), owner.account());
        }

        var first = notices.list(owner.member().person(), owner.circle(), null, 3);
        var second = notices.list(owner.member().person(), owner.circle(), first.next(), 3);

        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isNull();
    }

    private List<Member> circlesOf(Owner owner, int many) {
        return java.util.stream.Stream.generate(() -> circles.someMember(owner))
                .limit(many)
                .toList();
    }

    private boolean tell(News news, AccountId... readers) {
        transaction.executeWithoutResult(_ -> tellPeople.tell(news, List.of(readers)));
        return true;
    }

    private boolean gather(Owner owner, Member reactor, String about) {
        var news = new News(
                owner.circle(),
                NoticeKind.REACTION,
                about,
                1L,
                null,
                reactor.account(),
                "Somebody",
                "A post",
                "",
                "like",
                clock.instant());
        transaction.executeWithoutResult(_ -> gatherReaction.gather(news, owner.account()));
        return true;
    }

    private void broadcast(News news) {
        transaction.executeWithoutResult(_ -> broadcastNews.toAll(news));
    }

    private News comment(Owner owner, AccountId by) {
        var comment = Ids.next();
        return new News(
                owner.circle(),
                NoticeKind.COMMENT,
                "comment:" + comment,
                1L,
                comment,
                by,
                "Somebody",
                "A post",
                "Well said",
                "",
                clock.instant());
    }

    private News post(Owner owner, AccountId by) {
        return new News(
                owner.circle(),
                NoticeKind.POST,
                "post:1",
                1L,
                null,
                by,
                "Somebody",
                "A post",
                "It begins",
                "",
                clock.instant());
    }

    private List<Notice> list(Member member) {
        return notices.list(member.person(), null, null, 50).items();
    }
}
