package app.teahouse.security;

import app.teahouse.kernel.SignIn;
import java.util.Optional;

/** Tells who shows a session cookie. Room {@code accounts} knows. */
public interface SignIns {

    Optional<SignIn> bySession(String cookie);
}
