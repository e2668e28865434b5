package app.teahouse.applications;

import app.teahouse.accounts.Accounts;
import app.teahouse.circles.Circle;
import app.teahouse.circles.Circle.JoinMode;
import app.teahouse.circles.CircleTexts;
import app.teahouse.circles.Question;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.members.Bars;
import app.teahouse.questions.Answers;
import app.teahouse.questions.Replies;
import app.teahouse.questions.Said;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes an application. It keeps the questions as they were asked. Runs in the caller's transaction. */
@Component
public class Apply {
    private final Db db;
    private final Clock clock;
    private final CircleTexts texts;
    private final Accounts accounts;
    private final Bars bars;
    private final Answers answers;
    private final Events events;

    Apply(Db db, Clock clock, CircleTexts texts, Accounts accounts, Bars bars, Answers answers, Events events) {
        this.db = db;
        this.clock = clock;
        this.texts = texts;
        this.accounts = accounts;
        this.bars = bars;
        this.answers = answers;
        this.events = events;
    }

    /** Somebody has at most one application waiting; a second one changes nothing. */
    public void apply(Circle circle, Person person, Role role, Replies replies, boolean wasRemoved) {
        apply(circle, person.account(), role, replies, wasRemoved);
    }

    /** @throws Refusal {@code circle.archived}, {@code join.barred}, and those of {@link Replies#to} */
    public void apply(Circle circle, AccountId account, Role role, Replies replies, boolean wasRemoved) {
        if (circle.state() != Circle.State.ACTIVE) {
            throw circle.refusal();
        }
        bars.refuse(circle.id(), account);
        make(circle, account, role, asks(circle, wasRemoved) ? said(circle, replies) : Said.NOTHING, wasRemoved);
    }

    /**
     * For somebody who paid for it. They answered when they ordered, in the words of that day, and what they wrote was checked then; whatever
     * the circle asks by now, their money is here and staff decide.
     */
    public void applyPaid(Circle circle, AccountId account, Role role, Replies replies, boolean wasRemoved) {
        var now = asks(circle, wasRemoved) ? texts.questions(circle.id()) : List.<Question>of();
        make(circle, account, role, replies.ofThatDay(now), wasRemoved);
    }

    private void make(Circle circle, AccountId account, Role role, Said said, boolean wasRemoved) {
        var card = accounts.staying(account);
        var id = new ApplicationId(Ids.next());

        var made = db.sql("""
                insert into applications.application
                       (circle_id, application_id, account_id, name, picture, questions, answers, rules_version, role,
                        was_removed, state, made_at)
                values (:circle, :id, :account, :name, :picture, :questions, :answers, :rules, :role, :removed,
                        'waiting', :now)
                on conflict (circle_id, account_id) where state = 'waiting' do nothing
                """)
                .with("circle", circle.id())
                .with("id", id)
                .with("account", card.id())
                .with("name", card.name())
                .with("picture", card.picture())
                .withTexts("questions", said.words())
                .withTexts("answers", said.answers().stream().map(String::strip).toList())
                .with("rules", circle.rulesVersion())
                .with("role", role)
                .with("removed", wasRemoved)
                .with("now", clock.instant())
                .run();
        if (made == 1) {
            noteForAccount(circle.id(), card.id());
            answers.bring(circle.id(), card.id(), said);
            events.publish(new ApplicationMade(circle.id(), id, card.id(), card.name()));
        }
    }

    private static boolean asks(Circle circle, boolean wasRemoved) {
        return circle.joinMode() != JoinMode.INVITATION && !wasRemoved;
    }

    private void noteForAccount(CircleId circle, AccountId account) {
        db.sql("""
                insert into applications.account_application (account_id, circle_id, made_at)
                values (:account, :circle, :now)
                on conflict (account_id, circle_id) do update set made_at = excluded.made_at
                """)
                .with("account", account)
                .with("circle", circle)
                .with("now", clock.instant())
                .run();
    }

    /** @throws Refusal those of {@link Replies#to} */
    public Said said(Circle circle, Replies replies) {
        return replies.to(texts.questions(circle.id()));
    }

    /**
     * Takes a waiting application back, because its maker wishes so or came in another way.
     *
     * @return whether there was one
     */
    @Transactional
    public boolean settle(CircleId circle, AccountId account) {
        var settled = db.sql("""
                update applications.application
                   set state = 'withdrawn', decided_at = :now
                 where circle_id = :circle and account_id = :account and state = 'waiting'
                """)
                .with("circle", circle)
                .with("account", account)
                .with("now", clock.instant())
                .run();
        if (settled == 1) {
            forget(circle, account);
            answers.drop(circle, account);
        }
        return settled == 1;
    }

    /** It waits no more on the account's side either; in the transaction that decided so. */
    void forget(CircleId circle, AccountId account) {
        db.sql("delete from applications.account_application where account_id = :account and circle_id = :circle")
                .with("account", account)
                .with("circle", circle)
                .run();
    }
}
