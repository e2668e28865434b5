package app.teahouse.mail;

import java.util.Map;

/**
 * The same words to many, each in a letter of their own that waits behind all other letters. What somebody wrote stands as it is; what stands
 * around it comes from the message files: {@code <key>.button}, {@code <key>.foot} and {@code <key>.leave}.
 *
 * @param subject said by {@code <key>.subject} as {@code {subject}}
 * @param text the words without marks
 * @param html the words as safe HTML with whole addresses
 * @param path where the button leads on this site
 */
public record Circular(String key, String subject, String text, String html, Map<String, Object> facts, String path) {}
