package app.teahouse.segments;

import app.teahouse.comments.CommentHidden;
import app.teahouse.comments.CommentWritten;
import app.teahouse.content.PostDeleted;
import app.teahouse.content.PostPublished;
import app.teahouse.curation.PostHidden;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Event;
import app.teahouse.kernel.Listener;
import app.teahouse.members.MemberGone;
import app.teahouse.members.MemberJoined;
import app.teahouse.members.MembershipLapsed;
import app.teahouse.members.RoleChanged;
import app.teahouse.passes.MembersPriced;
import app.teahouse.passes.PassChanged;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Looks anew at members of whom something is told. */
@Configuration(proxyBeanMethods = false)
class HearFacts {

    @Component
    static class Ear {
        private final Db db;
        private final Facts facts;
        private final Clock clock;

        Ear(Db db, Facts facts, Clock clock) {
            this.db = db;
            this.facts = facts;
            this.clock = clock;
        }

        /** A circle in which nothing happened for long is counted again soon. */
        void hear(CircleId circle, Collection<AccountId> accounts) {
            var now = clock.instant();
            db.sql("""
                    update segments.turn
                       set next_at = :soon, rest_minutes = 10
                     where circle_id = :circle and next_at > :soon
                    """)
                    .with("circle", circle)
                    .with("soon", now.plus(Duration.ofMinutes(10)))
                    .run();
            // After the circle's row, as the job has it: the other way round each would wait for the other.
            facts.refresh(circle, accounts, now);
        }
    }

    private record Hears<E extends Event>(Class<E> event, String name, Function<E, Collection<AccountId>> whom, Ear ear)
            implements Listener<E> {
        @Override
        public void on(E told) {
            ear.hear(told.circle(), whom.apply(told));
        }
    }

    @Bean
    Listener<MemberJoined> factsOfJoined(Ear ear) {
        return new Hears<>(MemberJoined.class, "FactsOfJoined", event -> List.of(event.account()), ear);
    }

    @Bean
    Listener<MemberGone> factsOfGone(Ear ear) {
        return new Hears<>(MemberGone.class, "FactsOfGone", event -> List.of(event.account()), ear);
    }

    @Bean
    Listener<MembershipLapsed> factsOfLapsed(Ear ear) {
        return new Hears<>(MembershipLapsed.class, "FactsOfLapsed", event -> List.of(event.account()), ear);
    }

    @Bean
    Listener<RoleChanged> factsOfRoles(Ear ear) {
        return new Hears<>(RoleChanged.class, "FactsOfRoles", event -> List.of(event.account()), ear);
    }

    @Bean
    Listener<PassChanged> factsOfPasses(Ear ear) {
        return new Hears<>(PassChanged.class, "FactsOfPasses", event -> List.of(event.account()), ear);
    }

    @Bean
    Listener<MembersPriced> factsOfPriced(Ear ear) {
        return new Hears<>(
                MembersPriced.class,
                "FactsOfPriced",
                event ->
                        event.members().stream().map(MembersPriced.One::account).toList(),
                ear);
    }

    @Bean
    Listener<PostPublished> factsOfPosts(Ear ear) {
        return new Hears<>(PostPublished.class, "FactsOfPosts", event -> List.of(event.author()), ear);
    }

    @Bean
    Listener<PostDeleted> factsOfDeletedPosts(Ear ear) {
        return new Hears<>(
                PostDeleted.class,
                "FactsOfDeletedPosts",
                event -> event.author() == null ? List.of() : List.of(event.author()),
                ear);
    }

    @Bean
    Listener<PostHidden> factsOfHiddenPosts(Ear ear) {
        return new Hears<>(
                PostHidden.class,
                "FactsOfHiddenPosts",
                event -> event.author() == null ? List.of() : List.of(event.author()),
                ear);
    }

    @Bean
    Listener<CommentHidden> factsOfHiddenComments(Ear ear) {
        return new Hears<>(CommentHidden.class, "FactsOfHiddenComments", event -> List.of(event.author()), ear);
    }

    @Bean
    Listener<CommentWritten> factsOfComments(Ear ear) {
        return new Hears<>(CommentWritten.class, "FactsOfComments", event -> List.of(event.author()), ear);
    }
}
