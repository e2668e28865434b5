package app.teahouse.announcements;

import java.time.Instant;

/** An announcement as a member reads it. */
public record ReceivedView(
        String key, long number, String subject, String html, String excerpt, Instant at, boolean isRead) {

    public String path() {
        return "/announcements/" + number;
    }
}
