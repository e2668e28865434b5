package app.teahouse.questions;

import app.teahouse.circles.CircleTexts;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.membertags.GiveByAnswer;
import app.teahouse.membertags.MemberTagId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what somebody answers: at the door, where it waits until they are in, or inside, once.
 */
@Component
public class Answers {
    private static final int LONGEST_KEPT = 2000;

    private final Db db;
    private final CircleTexts texts;
    private final GiveByAnswer giveTags;
    private final Clock clock;

    Answers(Db db, CircleTexts texts, GiveByAnswer giveTags, Clock clock) {
        this.db = db;
        this.texts = texts;
        this.giveTags = giveTags;
        this.clock = clock;
    }

    /** What of them is kept: nothing of a question that was left out. */
    private record Kept(List<String> questions, List<String> answers, List<UUID> tags) {

        static Kept of(Said said) {
            var questions = new ArrayList<String>();
            var answers = new ArrayList<String>();
            var tags = new ArrayList<UUID>();
            for (var i = 0; i < said.asked().size(); i++) {
                var answer = said.answers().get(i).strip();
                if (!answer.isEmpty()) {
                    questions.add(said.asked().get(i).text());
                    answers.add(cut(answer));
                    said.asked().get(i).tags(answer).forEach(tags::add);
                }
            }
            return new Kept(questions, answers, tags.stream().distinct().toList());
        }
    }

    /** What was ordered before answers knew their questions was not looked at as an answer to these. */
    private static String cut(String answer) {
        return answer.codePointCount(0, answer.length()) <= LONGEST_KEPT
                ? answer
                : answer.substring(0, answer.offsetByCodePoints(0, LONGEST_KEPT));
    }

    /**
     * At the door: kept until they are in, instead of what they may have answered before. Tags are given by {@link TagsOfAnswers}. Who was asked
     * and said nothing is not asked again inside.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void bring(CircleId circle, AccountId account, Said said) {
        if (said.asked().isEmpty()) {
            return;
        }
        var kept = Kept.of(said);
        with(db.sql("""
                insert into questions.answered as a (circle_id, account_id, state, questions, answers, tags, at)
                values (:circle, :account, :state, :questions, :answers, :tags, :now)
                on conflict (circle_id, account_id) do update
                   set state = excluded.state, questions = excluded.questions, answers = excluded.answers, tags = excluded.tags,
                       at = excluded.at
                """), circle, account, kept)
                .with("state", kept.questions().isEmpty() ? Answered.State.SKIPPED : Answered.State.WAITING)
                .run();
    }

    private Db.Statement with(Db.Statement statement, CircleId circle, AccountId account, Kept kept) {
        return statement
                .with("circle", circle)
                .with("account", account)
                .withTexts("questions", kept.questions())
                .withTexts("answers", kept.answers())
                .withUuids("tags", kept.tags())
                .with("now", clock.instant());
    }

    /** Staff said no, or they thought again. Of who is a member it stays. */
    @Transactional
    public void drop(CircleId circle, AccountId account) {
        db.sql("""
                delete from questions.answered a
                 where a.circle_id = :circle and a.account_id = :account and a.state = 'waiting'
                   and not exists (select 1
                                     from members.membership m
                                    where m.circle_id = :circle and m.account_id = :account and m.state = 'active')
                """).with("circle", circle).with("account", account).run();
    }

    /** They are in. Only the first who sees that gives the tags. */
    @Transactional
    void settle(CircleId circle, AccountId account) {
        db.sql("""
                update questions.answered
                   set state = 'kept'
                 where circle_id = :circle and account_id = :account and state = 'waiting'
                returning tags
                """)
                .with("circle", circle)
                .with("account", account)
                .maybe((row, n) -> Db.uuids(row, 1))
                .ifPresent(tags -> give(circle, account, tags));
    }

    private void give(CircleId circle, AccountId account, List<UUID> tags) {
        giveTags.give(circle, tags.stream().map(MemberTagId::new).toList(), account);
    }

    /**
     * Inside, for who came in another way. Who says the same twice says it once.
     *
     * @throws Refusal {@code question.answered} where they said something else before, and those of {@link Replies#to}
     */
    @Transactional
    public void answer(Member member, Replies replies) {
        var kept = Kept.of(replies.to(texts.questions(member.circle())));
        if (kept.questions().isEmpty()) {
            skip(member);
            refuseOther(member, kept);
            return;
        }
        // The key and the state let one of two at once answer.
        var first = with(db.sql("""
                insert into questions.answered as a (circle_id, account_id, state, questions, answers, tags, at)
                values (:circle, :account, 'kept', :questions, :answers, :tags, :now)
                on conflict (circle_id, account_id) do update
                   set state = 'kept', questions = excluded.questions, answers = excluded.answers, tags = excluded.tags,
                       at = excluded.at
                 where a.state = 'skipped'
                """), member.circle(), member.account(), kept).run();
        if (first == 1) {
            give(member.circle(), member.account(), kept.tags());
        } else {
            refuseOther(member, kept);
        }
    }

    private void refuseOther(Member member, Kept said) {
        var stands = of(member.circle(), member.account()).map(Answered::pairs).orElse(List.of());
        if (!Set.copyOf(stands).equals(Set.copyOf(Answered.pairs(said.questions(), said.answers())))) {
            throw Refusal.conflict("question.answered");
        }
    }

    /** They do not wish to answer; they may still do so later, from their own page. Who is asked nothing puts nothing away. */
    @Transactional
    public void skip(Member member) {
        db.sql("""
                insert into questions.answered (circle_id, account_id, state, questions, answers, at)
                select :circle, :account, 'skipped', '{}', '{}', :now
                 where exists (select 1 from circles.question where circle_id = :circle)
                on conflict (circle_id, account_id) do nothing
                """)
                .with("circle", member.circle())
                .with("account", member.account())
                .with("now", clock.instant())
                .run();
    }

    Optional<Answered> of(CircleId circle, AccountId account) {
        return db.sql("""
                select state, questions, answers, at
                  from questions.answered
                 where circle_id = :circle and account_id = :account
                """)
                .with("circle", circle)
                .with("account", account)
                .maybe((row, n) -> new Answered(
                        Db.constant(Answered.State.class, row.getString(1)),
                        Answered.pairs(Db.texts(row, 2), Db.texts(row, 3)),
                        Db.instant(row, 4)));
    }

    /** Whether a member came in without being asked, and has neither answered nor put it away. */
    public boolean isAsked(Member member) {
        return !member.isStaff() && isAsked(member.circle(), member.account());
    }

    /** The same of whoever it is: nobody is asked who is not in, or is staff. */
    public boolean isAsked(CircleId circle, AccountId account) {
        return db.sql("""
                select 1
                  from members.membership m
                 where m.circle_id = :circle and m.account_id = :account and m.state = 'active'
                   and m.role not in ('owner', 'partner', 'admin')
                   and exists (select 1 from circles.question where circle_id = :circle)
                   and not exists (select 1 from questions.answered where circle_id = :circle and account_id = :account)
                """).with("circle", circle).with("account", account).exists();
    }
}
