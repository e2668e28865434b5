package app.teahouse.files;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The name that a member gave a file, made harmless: for screens, for headers and for the disks of those who download it. */
final class FileName {
    private static final int MOST = 120;
    private static final int LONGEST_ENDING = 12;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]");
    private static final Pattern RESERVED = Pattern.compile("[/\\\\:*?\"<>|]");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern DOTS = Pattern.compile("^[. ]+|[. ]+$");

    private FileName() {}

    /** Without a path, without what no file system or reader likes, and of bearable length; the ending is kept. */
    static String clean(String given) {
        var name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        name = UNSEEN.matcher(name).replaceAll("");
        name = RESERVED.matcher(name).replaceAll("_");
        name = SPACES.matcher(name).replaceAll(" ");
        name = DOTS.matcher(name).replaceAll("");
        return name.isEmpty() ? "file" : shortened(name);
    }

    /**
     * The header {@code Content-Disposition} (RFC 6266): the name in full for today's browsers, and its ASCII letters for others.
     *
     * @param shown whether the browser may show the file; else it saves it
     */
    static String disposition(boolean shown, String name) {
        var clean = clean(name);
        var ascii = clean.replaceAll("[^ -~]", "_").replace("%", "_");
        return (shown ? "inline" : "attachment") + "; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded(clean);
    }

    private static String shortened(String name) {
        var length = name.codePointCount(0, name.length());
        if (length <= MOST) {
            return name;
        }
        var dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        var room = MOST - ending.codePointCount(0, ending.length());
        return name.substring(0, name.offsetByCodePoints(0, room)).strip() + ending;
    }

    /** As RFC 5987 wants it: all but letters, digits and a few marks is written in hexadecimal. */
    private static String encoded(String name) {
        var text = new StringBuilder();
        for (var b : name.getBytes(StandardCharsets.UTF_8)) {
            var c = (char) (b & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || "!#$&+-.^_`|~".indexOf(c) >= 0)) {
                text.append(c);
            } else {
                text.append('%').append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            }
        }
        return text.toString();
    }
}
