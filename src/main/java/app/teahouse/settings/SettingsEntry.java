package app.teahouse.settings;

/**
 * A line on the page of settings that leads to a page of its own. A room brings its own as a bean.
 *
 * @param key the message key of its title; {@code <key>.text} says what is found there
 */
public record SettingsEntry(int order, String key, String icon, String path) {}
