package app.teahouse.guard;

import app.teahouse.kernel.Member;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.HtmlUtils;

/** The reader's name and number, as it lies over protected words: a picture that repeats itself as far as it is wide and high. */
@Controller
class WatermarkPages {
    private static final int LONGEST = 16;

    @GetMapping("/c/{slug}/watermark.svg")
    ResponseEntity<byte[]> watermark(Member member) {
        var standing = member.standing();
        return ResponseEntity.ok()
                .header("Content-Type", "image/svg+xml;charset=utf-8")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate())
                .body(draw(standing.alias(), standing.number()).getBytes(StandardCharsets.UTF_8));
    }

    /** A grey that is seen on paper and in the dark, and so thin that the words below it are read as before. */
    static String draw(String alias, long number) {
        var name = alias.codePointCount(0, alias.length()) <= LONGEST
                ? alias
                : alias.substring(0, alias.offsetByCodePoints(0, LONGEST - 1)) + "…";
        var words = HtmlUtils.htmlEscape(name, "UTF-8") + " · " + number;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="100%%" height="100%%">\
                <defs><pattern id="mark" width="300" height="170" patternUnits="userSpaceOnUse" patternTransform="rotate(-22)">\
                <g font-family="system-ui, sans-serif" font-size="15" fill="#808080" fill-opacity="0.28">\
                <text x="10" y="40">%s</text><text x="150" y="125">%s</text></g></pattern></defs>\
                <rect width="100%%" height="100%%" fill="url(#mark)"/></svg>\
                """.formatted(words, words);
    }
}
