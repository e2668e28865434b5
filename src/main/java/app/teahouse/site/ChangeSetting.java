package app.teahouse.site;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Operator;
import app.teahouse.site.Setting.Founders;
import app.teahouse.text.Context;
import app.teahouse.text.Markdown;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An operator changes what the site is called, who may found circles, and what its terms say. */
@Component
class ChangeSetting {
    /** Only pictures of this site: the content security policy lets no other load. */
    private static final Pattern PICTURE = Pattern.compile("/[A-Za-z0-9][A-Za-z0-9/._-]*");

    private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final int LONGEST_TEXT = 100_000;

    private final Db db;
    private final Clock clock;
    private final Markdown markdown;
    private final Site site;
    private final Deeds deeds;

    ChangeSetting(Db db, Clock clock, Markdown markdown, Site site, Deeds deeds) {
        this.db = db;
        this.clock = clock;
        this.markdown = markdown;
        this.site = site;
        this.deeds = deeds;
    }

    @Transactional
    void change(Operator operator, SettingText wish) {
        check(wish);

        var terms = Objects.requireNonNullElse(wish.terms(), "");
        var privacy = Objects.requireNonNullElse(wish.privacy(), "");
        db.sql("""
                insert into site.setting as s (name, logo, founders, listing_approval, terms, terms_html, privacy,
                                               privacy_html, footer, reports, changed_at)
                values (:name, :logo, :founders, :listingApproval, :terms, :termsHtml, :privacy, :privacyHtml, :footer,
                        :reports, :now)
                on conflict (one) do update
                   set name = excluded.name, logo = excluded.logo, founders = excluded.founders,
                       listing_approval = excluded.listing_approval, terms = excluded.terms,
                       terms_html = excluded.terms_html, privacy = excluded.privacy,
                       privacy_html = excluded.privacy_html, footer = excluded.footer, reports = excluded.reports,
                       changed_at = excluded.changed_at
                """)
                .with("name", Objects.requireNonNull(wish.name()).strip())
                .with("logo", orNull(wish.logo()))
                .with("founders", wish.founders())
                .with("listingApproval", wish.listingApproval())
                .with("terms", terms)
                .with("termsHtml", html(terms))
                .with("privacy", privacy)
                .with("privacyHtml", html(privacy))
                .with("footer", orNull(wish.footer()))
                .with("reports", orNull(wish.reports()))
                .with("now", clock.instant())
                .run();
        deeds.note(operator, Deeds.Kind.SETTINGS, wish.name().strip(), null, "");
        site.changed();
    }

    private static void check(SettingText wish) {
        var logo = orNull(wish.logo());
        var reports = orNull(wish.reports());
        new Faults()
                .text("name", wish.name(), 40)
                .require(logo == null || PICTURE.matcher(logo).matches(), "logo", "site.logo-elsewhere")
                .atMost("logo", logo, 200)
                .require(isChoice(wish.founders()), "founders", "field.unknown-choice")
                .atMost("terms", wish.terms(), LONGEST_TEXT)
                .atMost("privacy", wish.privacy(), LONGEST_TEXT)
                .atMost("footer", wish.footer(), 120)
                .require(reports == null || MAIL.matcher(reports).matches(), "reports", "site.reports-address")
                .atMost("reports", reports, 200)
                .refuse();
    }

    private static boolean isChoice(@Nullable String founders) {
        return Arrays.stream(Founders.values())
                .anyMatch(choice -> Db.name(choice).equals(founders));
    }

    private String html(String text) {
        return text.isBlank() ? "" : markdown.render(text, Context.none()).html();
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
