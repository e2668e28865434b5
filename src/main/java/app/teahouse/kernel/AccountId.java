package app.teahouse.kernel;

import java.util.UUID;

/** Which account: a person who can sign in. */
public record AccountId(UUID value) implements Id {}
