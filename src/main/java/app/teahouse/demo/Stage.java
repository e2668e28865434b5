package app.teahouse.demo;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.SignIn;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Staff;
import app.teahouse.kernel.Surface;
import app.teahouse.kernel.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * One circle while it is being filled. People act on it with the same proofs as everybody else, so the demo cannot show what the
 * product does not allow.
 *
 * @param folder where its texts stand
 * @param pictures the address of each picture, by the name of its file
 * @param joined since when somebody is a member
 */
record Stage(
        String folder,
        CircleId circle,
        String slug,
        Moments moments,
        Map<String, SignIn> people,
        Map<String, String> pictures,
        Map<String, Instant> joined,
        Gate gate) {

    private Visitor visitor(String who) {
        var signIn = people.get(who);
        if (signIn == null) {
            throw new IllegalArgumentException("Nobody is called " + who);
        }
        return gate.visitor(signIn);
    }

    Onlooker onlooker(String who) {
        return gate.onlooker(visitor(who), slug);
    }

    Member member(String who) {
        return gate.member(visitor(who), slug);
    }

    Speaker speaker(String who, Surface surface) {
        return gate.speaker(member(who), surface);
    }

    Staff staff(String who) {
        return gate.staff(visitor(who), slug);
    }

    Partner partner(String who) {
        return gate.partner(visitor(who), slug);
    }

    /** The moment, or the hour after they joined: who comes later reads what was written before. */
    Instant present(String who, Instant wished) {
        var since = joined.getOrDefault(who, Instant.EPOCH).plus(Duration.ofHours(1));
        return moments.past(wished.isAfter(since) ? wished : since);
    }

    /** A text with the names of pictures turned into their addresses. */
    String illustrated(String text) {
        var done = text;
        for (var picture : pictures.entrySet()) {
            done = done.replace("](" + picture.getKey() + ")", "](" + picture.getValue() + ")");
        }
        return done;
    }
}
