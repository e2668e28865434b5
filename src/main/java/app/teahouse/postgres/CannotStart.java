package app.teahouse.postgres;

/** PostgreSQL cannot be started here; the message is a sentence for the person who started the program. */
public final class CannotStart extends RuntimeException {

    CannotStart(String sentence) {
        super(sentence);
    }

    CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
