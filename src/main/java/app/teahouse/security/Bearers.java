package app.teahouse.security;

import app.teahouse.kernel.SignIn;
import java.util.Optional;

/** Tells who shows a token. Room {@code tokens} knows. */
public interface Bearers {

    Optional<SignIn> byToken(String bearer);
}
