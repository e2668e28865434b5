package app.teahouse.web;

import app.teahouse.kernel.SignIn;
import java.util.Optional;

/** Tells who shows a session cookie. Room {@code accounts} knows. */
public interface SignIns {

    Optional<SignIn> bySession(String cookie);
}
