package app.teahouse.mail;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Settings;
import app.teahouse.web.SiteFace;
import app.teahouse.web.Words;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.util.HtmlUtils;

/** Puts letters into the outbox. Who has not verified an address gets only the letters that verify it: the caller sees to that. */
@Component
public class Mail {
    static final int BUCKETS = 16;

    private static final Pattern PARAGRAPHS = Pattern.compile("\n\n");

    private final Db db;
    private final Clock clock;
    private final Words words;
    private final Settings settings;
    private final SiteFace.Source site;
    private final Postman postman;

    Mail(Db db, Clock clock, Words words, Settings settings, SiteFace.Source site, Postman postman) {
        this.db = db;
        this.clock = clock;
        this.words = words;
        this.settings = settings;
        this.site = site;
        this.postman = postman;
    }

    /** Whether letters leave the site. If not, they wait in the outbox, and nothing waits for a verified address. */
    public boolean leaves() {
        return postman.isReady();
    }

    /** Writes the letter in the caller's transaction: no letter tells of something that did not happen. */
    public void post(Letter letter) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A letter is part of a transaction: " + letter.key());
        }
        var site = this.site.face().name();
        var facts = new HashMap<String, Object>(letter.facts());
        facts.put("site", site);
        var link = letter.path() == null ? null : settings.base() + letter.path();
        var id = Ids.next();
        db.sql("""
                insert into mail.message
                       (bucket, message_id, kind, recipient, subject, body_text, body_html, secret, made_at, next_at)
                values (:bucket, :id, :kind, :to, :subject, :text, :html, :secret, :now, :now)
                """)
                .with("bucket", bucket(id))
                .with("id", id)
                .with("kind", letter.key())
                .with("to", letter.to())
                .with("subject", words.say(letter.locale(), letter.key() + ".subject", facts))
                .with("text", text(letter, facts, link, site))
                .with("html", html(letter, facts, link, site))
                .with("secret", letter.secret())
                .with("now", clock.instant())
                .run();
    }

    /**
     * Writes one letter of a circular, in the caller's transaction.
     *
     * @param leave where this reader is spared of more, a path on this site
     */
    public void post(Circular circular, String to, Locale locale, String leave) {
        var id = Ids.next();
        var facts = new HashMap<String, Object>(circular.facts());
        facts.put("site", site.face().name());
        facts.put("subject", circular.subject());
        db.sql("""
                insert into mail.message
                       (bucket, message_id, kind, recipient, subject, body_text, body_html, secret, bulk, leave_url,
                        made_at, next_at)
                values (:bucket, :id, :kind, :to, :subject, :text, :html, true, true, :leave, :now, :now)
                """)
                .with("bucket", bucket(id))
                .with("id", id)
                .with("kind", circular.key())
                .with("to", to)
                .with("subject", words.say(locale, circular.key() + ".subject", facts))
                .with("text", text(circular, locale, facts, settings.base() + leave))
                .with("html", html(circular, locale, facts, settings.base() + leave))
                .with("leave", settings.base() + leave)
                .with("now", clock.instant())
                .run();
    }

    private String text(Circular circular, Locale locale, Map<String, Object> facts, String leave) {
        return circular.text()
                + "\n\n" + words.say(locale, circular.key() + ".button", facts) + "\n" + settings.base()
                + circular.path()
                + "\n\n-- \n" + words.say(locale, circular.key() + ".foot", facts)
                + "\n" + words.say(locale, circular.key() + ".leave", facts) + "\n" + leave + "\n";
    }

    private String html(Circular circular, Locale locale, Map<String, Object> facts, String leave) {
        return head(locale)
                + circular.html()
                + "<p>"
                + anchor(settings.base() + circular.path(), words.say(locale, circular.key() + ".button", facts))
                + "</p><hr><p style=\"font-size:13px;color:#666\">"
                + HtmlUtils.htmlEscape(words.say(locale, circular.key() + ".foot", facts))
                + "<br>" + anchor(leave, words.say(locale, circular.key() + ".leave", facts))
                + "</p></body></html>";
    }

    private static String head(Locale locale) {
        return "<!doctype html><html lang=\"" + locale.toLanguageTag()
                + "\"><meta charset=\"utf-8\"><body style=\"font:16px/1.6 system-ui,sans-serif;max-width:34rem\">";
    }

    private static String anchor(String url, String text) {
        return "<a href=\"" + HtmlUtils.htmlEscape(url) + "\">" + HtmlUtils.htmlEscape(text) + "</a>";
    }

    /** The last bits of a UUIDv7 are random, so the buckets fill evenly. */
    static int bucket(UUID id) {
        return (int) (id.getLeastSignificantBits() & (BUCKETS - 1));
    }

    private String text(Letter letter, Map<String, Object> facts, @Nullable String link, String site) {
        var text = new StringBuilder();
        if (letter.name() != null) {
            text.append(greeting(letter)).append("\n\n");
        }
        text.append(words.say(letter.locale(), letter.key() + ".text", facts)).append("\n\n");
        if (link != null) {
            text.append(link).append("\n\n");
        }
        return text.append("— ")
                .append(site)
                .append('\n')
                .append(settings.base())
                .append('\n')
                .toString();
    }

    private String html(Letter letter, Map<String, Object> facts, @Nullable String link, String site) {
        var html = new StringBuilder(head(letter.locale()));
        if (letter.name() != null) {
            html.append(paragraph(greeting(letter)));
        }
        for (var part : PARAGRAPHS.split(words.say(letter.locale(), letter.key() + ".text", facts), -1)) {
            html.append(paragraph(part));
        }
        if (link != null) {
            html.append("<p>")
                    .append(anchor(link, words.say(letter.locale(), letter.key() + ".button", facts)))
                    .append("</p>");
        }
        return html.append("<p>— ")
                .append(anchor(settings.base(), site))
                .append("</p></body></html>")
                .toString();
    }

    private String greeting(Letter letter) {
        return words.say(letter.locale(), "mail.greeting", Map.of("name", String.valueOf(letter.name())));
    }

    private static String paragraph(String text) {
        return "<p>" + HtmlUtils.htmlEscape(text).replace("\n", "<br>") + "</p>";
    }
}
