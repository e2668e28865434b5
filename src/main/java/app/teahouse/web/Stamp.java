package app.teahouse.web;

/** Says in a form when it was opened, so that nobody can make that up; room {@code entrance} signs it. */
public interface Stamp {
    String now();
}
