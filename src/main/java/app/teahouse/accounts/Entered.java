package app.teahouse.accounts;

import app.teahouse.kernel.SignIn;

/**
 * Somebody came in.
 *
 * @param cookie what {@link app.teahouse.security.SessionCookie#set} gives their browser
 */
public record Entered(SignIn signIn, String cookie) {}
