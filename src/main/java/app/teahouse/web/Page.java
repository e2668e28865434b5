package app.teahouse.web;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;

/** What a door for browsers answers: a rendered template, or the way to the next page. Controllers never name templates. */
public final class Page implements View {
    static final String FLASH = "flash";

    private final @Nullable JteModel body;
    private final @Nullable String location;
    private HttpStatus status = HttpStatus.OK;
    private @Nullable String flash;

    private Page(@Nullable JteModel body, @Nullable String location) {
        this.body = body;
        this.location = location;
    }

    public static Page of(JteModel body) {
        return new Page(body, null);
    }

    /** Goes on to another page of this site, with GET. */
    public static Page to(String location) {
        return new Page(null, location);
    }

    /** Nothing to show: the browser stays where it is. */
    public static Page nothing() {
        return new Page(null, null).with(HttpStatus.NO_CONTENT);
    }

    public Page with(HttpStatus answer) {
        status = answer;
        return this;
    }

    /** The next page says what happened; {@code key} is a message without facts. */
    public Page saying(String key) {
        flash = key;
        return this;
    }

    /** The next page says what happened and offers to undo it: {@code undo} is posted to. */
    public Page saying(String key, String undo) {
        flash = key + "|" + undo;
        return this;
    }

    @Override
    public String getContentType() {
        return "text/html;charset=utf-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (flash != null) {
            say(response, flash);
        }
        if (location != null) {
            goOn(request, response, location);
            return;
        }
        if (response.getStatus() == HttpStatus.OK.value()) {
            response.setStatus(status.value());
        }
        if (body != null) {
            response.addHeader("Vary", "HX-Request, Accept-Language, Cookie");
            response.setContentType(getContentType());
            var output = new Utf8ByteOutput();
            body.render(output);
            var bytes = output.toByteArray();
            if (VisitorTag.isKnown(request, response, bytes)) {
                return;
            }
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }

    /** For a door that answers a script, not a page: the next page says it. */
    public static void say(HttpServletResponse response, String key) {
        response.addCookie(flashCookie(URLEncoder.encode(key, StandardCharsets.UTF_8), 30));
    }

    private static void goOn(HttpServletRequest request, HttpServletResponse response, String location) {
        if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            response.setHeader("HX-Redirect", location);
        } else {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader("Location", location);
        }
    }

    static Cookie flashCookie(String value, int seconds) {
        var cookie = new Cookie(FLASH, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
