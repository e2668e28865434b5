package app.teahouse.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Carries one letter to the SMTP server. */
interface Postman {

    /** Whether there is a server to carry letters to. */
    boolean isReady();

    /** @throws org.springframework.mail.MailException if the server did not take it */
    void carry(Due letter);

    /**
     * A letter that is due now.
     *
     * @param leave where its reader is spared of more such letters by one press (RFC 8058), or null
     */
    record Due(
            int bucket,
            UUID id,
            String to,
            String subject,
            String text,
            String html,
            @Nullable String leave,
            int tries) {}
}
