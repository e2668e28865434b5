package app.teahouse.entrance;

/** What made a new account look like a machine's. Who signs up never learns which. */
public enum Sign {
    /** A field was filled in that no person sees. */
    TRAP,
    /** The form was sent sooner than anybody types. */
    QUICK,
    /** It was sent without having been opened. */
    UNOPENED,
    /** The mail address is one that is thrown away. */
    DISPOSABLE,
    /** Many accounts came from one network within an hour. */
    CROWD
}
