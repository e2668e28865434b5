package app.teahouse.mail;

/** Carries one letter to the SMTP server. */
interface Postman {

    /** Whether there is a server to carry letters to. */
    boolean isReady();

    /** @throws org.springframework.mail.MailException if the server did not take it */
    void carry(Due letter);

    /** A letter that is due now. */
    record Due(int bucket, java.util.UUID id, String to, String subject, String text, String html, int tries) {}
}
