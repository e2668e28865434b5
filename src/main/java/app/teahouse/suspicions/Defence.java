package app.teahouse.suspicions;

/**
 * How the operator set the look at new accounts.
 *
 * @param disposable mail domains beside those the program knows, one a line
 */
public record Defence(boolean switchedOn, String disposable) {
    static final Defence AT_FIRST = new Defence(true, "");
}
