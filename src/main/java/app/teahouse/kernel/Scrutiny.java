package app.teahouse.kernel;

import java.util.List;
import java.util.UUID;

/**
 * Looks at what a member is about to say, by the rules its circle made. The writing rooms ask within the transaction of the words, before
 * they are written; room {@code screening} implements it, and tells of what was found by {@link Held} and {@link Noted}.
 */
public interface Scrutiny {

    /** What becomes of words, from the mildest to the hardest. */
    enum Verdict {
        PASS,
        /** They are said, and marked for the staff. */
        TAG,
        /** They wait, seen by their writer and the staff only. */
        HOLD,
        /** Their writer is asked to change them; nothing is written. */
        ASK,
        /** They are refused; nothing is written. */
        BLOCK;

        public Verdict orHarder(Verdict other) {
            return compareTo(other) >= 0 ? this : other;
        }

        /** Whether nothing is written. */
        public boolean refuses() {
            return compareTo(ASK) >= 0;
        }
    }

    /** What the words are. A profile has no place to wait, and homework is read by staff anyway: what would be held is marked there. */
    enum Matter {
        POST,
        COMMENT,
        HOMEWORK,
        PROFILE;

        public boolean canWait() {
            return this == POST || this == COMMENT;
        }
    }

    /**
     * What somebody is about to say.
     *
     * @param about the post, comment or account that will say it
     * @param title a post's title, or the alias in a profile
     * @param text the Markdown, or the introduction in a profile
     * @param again whether these words take the place of others
     */
    record Words(Matter matter, Id about, String title, String text, boolean again) {}

    /**
     * One rule that found something.
     *
     * @param field {@code title} or {@code text}
     * @param from where in it, in characters of Java; {@code to} is behind the last, and both are 0 where it is about the whole
     * @param said what its writer is told, or empty
     */
    record Hit(UUID rule, Verdict verdict, String field, int from, int to, String said) {}

    /**
     * What all rules said together.
     *
     * @param risk from 0 to 3, how sure the rules are that staff will mind
     */
    record Finding(Verdict verdict, int risk, List<Hit> hits) {
        public static final Finding NOTHING = new Finding(Verdict.PASS, 0, List.of());

        public boolean isHeld() {
            return verdict == Verdict.HOLD;
        }
    }

    /** @throws Refusal {@code screening.ask} or {@code screening.blocked}, with what the rule tells the writer */
    Finding look(Speaker speaker, Words words);
}
