package app.teahouse.web;

import app.teahouse.kernel.Person;
import java.util.Locale;

/** Keeps the language somebody reads in. Room {@code accounts} does it. */
public interface ProfileLanguage {
    void choose(Person person, Locale locale);
}
