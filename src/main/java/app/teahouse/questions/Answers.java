package app.teahouse.questions;

import app.teahouse.circles.ChangeQuestions;
import app.teahouse.circles.CircleTexts;
import app.teahouse.circles.Question;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.membertags.GiveByAnswer;
import app.teahouse.membertags.MemberTagId;
import app.teahouse.web.Form;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what somebody answers: at the door, where it waits until they are in, or inside, once. Answers come in the order of the questions; of
 * several choices each stands on a line of its own.
 */
@Component
public class Answers {
    static final int LONGEST = 1000;
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

    /** What stands in a form's fields {@code answer1} and on. */
    public static List<String> of(Form form) {
        return IntStream.rangeClosed(1, ChangeQuestions.MOST)
                .mapToObj(i -> String.join("\n", form.values("answer" + i))
                        .replace("\r\n", "\n")
                        .strip())
                .toList();
    }

    /** What a program sent; what is missing in it is an empty answer. */
    public static List<String> of(@Nullable List<String> sent) {
        return sent == null
                ? List.of()
                : sent.stream()
                        .limit(ChangeQuestions.MOST)
                        .map(answer -> Objects.requireNonNullElse(answer, "").strip())
                        .toList();
    }

    /** @throws Refusal faults of the fields, which are called answer1 and on */
    public static void check(List<Question> asked, List<String> answers) {
        var faults = new Faults();
        for (var i = 0; i < asked.size(); i++) {
            check(faults, "answer" + (i + 1), asked.get(i), i < answers.size() ? answers.get(i) : "");
        }
        faults.refuse();
    }

    private static void check(Faults faults, String field, Question asked, String answer) {
        faults.require(!asked.required() || !answer.isBlank(), field, "field.missing");
        if (asked.isOpen()) {
            faults.atMost(field, answer, LONGEST);
            return;
        }
        var chosen = answer.strip().lines().toList();
        var known = asked.choices().stream().map(Question.Choice::text).toList();
        faults.require(known.containsAll(chosen), field, "field.unknown-choice")
                .require(chosen.stream().distinct().count() == chosen.size(), field, "field.unknown-choice")
                .require(asked.isOfMany() || chosen.size() <= 1, field, "field.unknown-choice");
    }

    /** What of them is kept: nothing of a question that was left out. */
    private record Kept(List<String> questions, List<String> answers, List<UUID> tags) {

        static Kept of(List<Question> asked, List<String> answers) {
            var questions = new ArrayList<String>();
            var said = new ArrayList<String>();
            var tags = new ArrayList<UUID>();
            for (var i = 0; i < Math.min(asked.size(), answers.size()); i++) {
                var answer = answers.get(i).strip();
                if (!answer.isEmpty()) {
                    questions.add(asked.get(i).text());
                    said.add(cut(answer));
                    asked.get(i).tags(answer).forEach(tags::add);
                }
            }
            return new Kept(questions, said, tags.stream().distinct().toList());
        }
    }

    /** What was ordered under other questions was not looked at as an answer to these. */
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
    public void bring(CircleId circle, AccountId account, List<Question> asked, List<String> answers) {
        if (asked.isEmpty()) {
            return;
        }
        var kept = Kept.of(asked, answers);
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
     * @throws Refusal {@code question.answered} where they said something else before, and faults of the answers
     */
    @Transactional
    public void answer(Member member, List<String> answers) {
        var asked = texts.questions(member.circle());
        check(asked, answers);
        var kept = Kept.of(asked, answers);
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
        if (!stands.equals(Answered.pairs(said.questions(), said.answers()))) {
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
        return !member.isStaff()
                && db.sql("""
                select 1
                 where exists (select 1 from circles.question where circle_id = :circle)
                   and not exists (select 1 from questions.answered where circle_id = :circle and account_id = :account)
                """)
                        .with("circle", member.circle())
                        .with("account", member.account())
                        .exists();
    }
}
