package app.teahouse.mail;

import app.teahouse.kernel.Settings;
import app.teahouse.web.SiteFace;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Speaks SMTP as the settings say, and gives up a silent server after ten seconds. */
@Component
class SmtpPostman implements Postman {
    private final Settings settings;
    private final SiteFace.Source site;
    private final @Nullable JavaMailSenderImpl sender;

    SmtpPostman(Settings settings, SiteFace.Source site) {
        this.settings = settings;
        this.site = site;
        this.sender = settings.mail().isConfigured() ? sender(settings.mail()) : null;
    }

    @Override
    public boolean isReady() {
        return sender != null;
    }

    @Override
    public void carry(Due letter) {
        if (sender == null) {
            throw new IllegalStateException("No SMTP server is configured");
        }
        var message = sender.createMimeMessage();
        try {
            var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            helper.setFrom(
                    new InternetAddress(settings.mail().from(), site.face().name(), StandardCharsets.UTF_8.name()));
            helper.setTo(letter.to());
            helper.setSubject(letter.subject());
            helper.setText(letter.text(), letter.html());
            message.setHeader("Auto-Submitted", "auto-generated");
            if (letter.leave() != null) {
                message.setHeader("List-Unsubscribe", "<" + letter.leave() + ">");
                message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
                message.setHeader("Precedence", "bulk");
            }
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new MailPreparationException(e);
        }
        sender.send(message);
    }

    private static JavaMailSenderImpl sender(Settings.Mail mail) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(mail.host());
        sender.setPort(mail.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        var properties = sender.getJavaMailProperties();
        var tls = mail.security().equals("tls");
        sender.setProtocol(tls ? "smtps" : "smtp");
        var prefix = tls ? "mail.smtps." : "mail.smtp.";
        if (mail.user() != null && !mail.user().isBlank()) {
            sender.setUsername(mail.user());
            sender.setPassword(mail.password());
            properties.put(prefix + "auth", "true");
        }
        if (mail.security().equals("starttls")) {
            properties.put(prefix + "starttls.enable", "true");
            properties.put(prefix + "starttls.required", "true");
        }
        properties.put(prefix + "ssl.checkserveridentity", "true");
        for (var limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put(prefix + limit, "10000");
        }
        return sender;
    }
}
