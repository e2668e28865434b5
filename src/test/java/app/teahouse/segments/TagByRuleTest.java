package app.teahouse.segments;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Staff;
import app.teahouse.members.SomeCircles;
import app.teahouse.membertags.ArrangeMemberTags;
import app.teahouse.membertags.GiveTags;
import app.teahouse.membertags.Grouping;
import app.teahouse.membertags.MemberTagId;
import app.teahouse.segments.Condition.HasTag;
import app.teahouse.segments.Filter.Join;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.tokens.SomeTokens;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** A segment gives its tag to whoever belongs to it, and takes it from who does no more. */
@TeahouseTest
class TagByRuleTest {
    @Autowired
    SomeCircles circles;

    @Autowired
    SomeTokens tokens;

    @Autowired
    ArrangeMemberTags arrange;

    @Autowired
    GiveTags giveTags;

    @Autowired
    WriteSegment writeSegment;

    @Autowired
    Facts facts;

    @Autowired
    KeepFacts keepFacts;

    @Autowired
    Db db;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvcTester browser;

    Owner owner;
    Staff staff;
    Member member;
    String api = "";

    @BeforeEach
    void aCircle() {
        owner = circles.someOwner();
        staff = circles.staff(owner);
        member = circles.someMember(owner);
        api = "/api/v1/circles/" + SomeCircles.slug(owner) + "/segments";
        transaction.executeWithoutResult(
                _ -> facts.refresh(owner.circle(), List.of(owner.account(), member.account()), clock.instant()));
    }

    private MemberTagId tag(String name) {
        return arrange.make(staff, new ArrangeMemberTags.Wish(Grouping.STAGE, "", name, "jade", ""));
    }

    private String bearer() {
        return "Bearer " + tokens.some(owner.member().person(), "read", "write", "manage");
    }

    @Test
    void a_rule_that_gives_a_tag_waits_for_no_quiet_circle() {
        var later = clock.instant().plus(Duration.ofHours(6));
        db.sql("""
                insert into segments.turn (circle_id, seen_upto, next_at) values (:circle, :now, :later)
                on conflict (circle_id) do update set next_at = excluded.next_at
                """)
                .with("circle", owner.circle())
                .with("now", clock.instant())
                .with("later", later)
                .run();
        var filter = new Filter(Join.ALL, List.of(new HasTag(true, tag("Known"))));

        writeSegment.make(staff, new WriteSegment.Wish("Counted only", filter, null, false));
        assertThat(isDue()).as("a number is counted with the saving").isFalse();
        writeSegment.make(staff, new WriteSegment.Wish("Tagged", filter, tag("Fresh"), false));
        assertThat(isDue()).isTrue();
    }

    private boolean isDue() {
        return db.sql("select 1 from segments.turn where circle_id = :circle and next_at <= :now")
                .with("circle", owner.circle())
                .with("now", clock.instant())
                .exists();
    }

    @Test
    void a_rule_gives_a_tag_and_takes_only_what_it_gave() {
        var regulars = tag("Regulars");
        var body = """
                {"name":"Regulars","join":"all","conditions":[{"fact":"role","value":"member"},{"fact":"seen","value":"14"}],
                 "tag":"%s","takes":true}
                """.formatted(Ids.text(regulars));
        var made = browser.post()
                .uri(api)
                .header("Authorization", bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
        assertThat(made).hasStatus(201).bodyJson().extractingPath("members").isEqualTo(1);
        var byHand = circles.someMember(owner);
        giveTags.change(staff, List.of(byHand.standing().number()), List.of(regulars), List.of());
        keep();
        assertThat(how(regulars, member)).containsExactly("rule");
        assertThat(how(regulars, byHand)).containsExactly("staff");
        assertThat(count(regulars)).isEqualTo(2);

        db.sql("update members.membership set seen_at = :then where circle_id = :circle")
                .with("circle", owner.circle())
                .with("then", clock.instant().minus(Duration.ofDays(20)))
                .run();
        keep();
        assertThat(how(regulars, member)).isEmpty();
        assertThat(how(regulars, byHand)).containsExactly("staff");
        assertThat(count(regulars)).isEqualTo(1);

        // One tag, one rule; and a tag that is gone is said to be.
        assertThat(browser.post()
                        .uri(api)
                        .header("Authorization", bearer())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.replace("\"Regulars\"", "\"Others\""))
                        .exchange())
                .hasStatus(422)
                .bodyJson()
                .extractingPath("errors[0].code")
                .isEqualTo("segment.tag-taken");
    }

    /** Who has one of two tags: when the other ends, nobody loses what the segment gave them. */
    @Test
    void a_tag_that_ends_takes_no_other_from_anybody() {
        var potters = tag("Potters");
        var painters = tag("Painters");
        var makers = tag("Makers");
        giveTags.change(staff, List.of(member.standing().number()), List.of(potters), List.of());
        var either = new Filter(Join.ANY, List.of(new HasTag(false, potters), new HasTag(false, painters)));
        writeSegment.make(staff, new WriteSegment.Wish("Either", either, makers, true));
        keep();
        assertThat(how(makers, member)).containsExactly("rule");
        arrange.drop(staff, painters);
        keep();
        assertThat(how(makers, member)).containsExactly("rule");
        assertThat(count(makers)).isEqualTo(1);
        assertThat(who(Join.ANY, new HasTag(false, potters), new HasTag(false, painters)))
                .isEqualTo(1);
        // Nobody wears it, so asking for those without it would ask for all.
        assertThat(who(Join.ANY, new HasTag(true, painters))).isZero();
        assertThat(who(Join.NONE, new HasTag(false, painters))).isZero();
        assertThat(who(Join.ALL, new HasTag(true, painters))).isZero();
    }

    private long who(Join join, Condition... conditions) {
        return new Filter(join, List.of(conditions))
                .ask(db.sql("select count(*) from segments.fact f"), facts.moment(owner.circle(), clock.instant()))
                .with("circle", owner.circle())
                .one(Long.class);
    }

    private void keep() {
        db.sql("delete from segments.turn where circle_id = :circle")
                .with("circle", owner.circle())
                .run();
        db.sql("insert into segments.turn (circle_id, seen_upto, next_at) values (:circle, :now, :now)")
                .with("circle", owner.circle())
                .with("now", clock.instant())
                .run();
        var now = clock.instant();
        for (var steps = 0; steps < 100; steps++) {
            if (!Boolean.TRUE.equals(transaction.execute(_ -> keepFacts.work(owner.circle(), now)))) {
                return;
            }
        }
        throw new AssertionError("never done");
    }

    private List<String> how(MemberTagId tag, Member who) {
        return db.sql(
                        "select how from membertags.worn where circle_id = :circle and tag_id = :tag and account_id = :who")
                .with("circle", owner.circle())
                .with("tag", tag)
                .with("who", who.account())
                .all((row, n) -> row.getString(1));
    }

    private long count(MemberTagId tag) {
        return db.sql("select member_count from membertags.tag where circle_id = :circle and tag_id = :tag")
                .with("circle", owner.circle())
                .with("tag", tag)
                .one(Long.class);
    }
}
