package app.teahouse.mail;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is written to one address. The words come from the message files: {@code <key>.subject}, {@code <key>.text} with a blank
 * line between paragraphs, and {@code <key>.button} where there is a path to go.
 *
 * @param name whom the letter greets, or null
 * @param path where the button leads on this site, or null
 * @param secret whether the path opens something by itself; then the letter's text is taken out of the outbox once it is sent
 */
public record Letter(
        String to,
        @Nullable String name,
        Locale locale,
        String key,
        Map<String, Object> facts,
        @Nullable String path,
        boolean secret) {}
