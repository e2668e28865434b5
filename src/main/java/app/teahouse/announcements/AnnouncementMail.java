package app.teahouse.announcements;

import app.teahouse.accounts.Letters;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Settings;
import app.teahouse.mail.Circular;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import app.teahouse.text.InLetters;
import app.teahouse.topics.Topic;
import app.teahouse.topics.Unsubscribing;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Writes an announcement as mail, and as a notice. A mail holds no pictures, so nothing tells who opens it. */
@Component
class AnnouncementMail {
    private static final Pattern OURS = Pattern.compile("( href=\")/(?!/)");
    private static final Pattern SHOWN = Pattern.compile("<(img|video|audio|source)\\b[^>]*>|</(video|audio)>");

    private final Letters letters;
    private final Unsubscribing unsubscribing;
    private final Settings settings;

    AnnouncementMail(Letters letters, Unsubscribing unsubscribing, Settings settings) {
        this.letters = letters;
        this.unsubscribing = unsubscribing;
        this.settings = settings;
    }

    /** To those whom a mail reaches, in the caller's transaction. */
    void write(Announcement announcement, Face circle, String key, Collection<AccountId> readers) {
        var html = SHOWN.matcher(announcement.html()).replaceAll("");
        letters.circulate(
                readers,
                new Circular(
                        key,
                        announcement.subject(),
                        InLetters.words(html, settings.base()),
                        OURS.matcher(html).replaceAll("$1" + settings.base() + "/"),
                        Map.of("circle", circle.name()),
                        "/c/" + circle.slug() + "/announcements/" + announcement.number()),
                reader -> unsubscribing.path(reader, circle.id(), Topic.ANNOUNCEMENT_MAIL));
    }

    static News news(Announcement announcement, String about, Instant now) {
        return new News(
                announcement.circle(),
                NoticeKind.ANNOUNCEMENT,
                about,
                null,
                null,
                null,
                "",
                announcement.subject(),
                announcement.excerpt(),
                String.valueOf(announcement.number()),
                now);
    }
}
