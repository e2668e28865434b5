package app.teahouse.mail;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Primary;
import org.springframework.mail.MailSendException;
import org.springframework.stereotype.Component;

/** Carries letters nowhere. On a thread inside {@link #leaving} the site has an SMTP server; elsewhere it has none. */
@Primary
@Component
public class TestPostman implements Postman {
    private static final ScopedValue<Boolean> LEAVING = ScopedValue.newInstance();

    private final List<Due> carried = new CopyOnWriteArrayList<>();

    /** Does something on a site with an SMTP server. */
    public static <T> T leaving(Callable<T> action) throws Exception {
        return ScopedValue.where(LEAVING, true).call(action::call);
    }

    @Override
    public boolean isReady() {
        return LEAVING.isBound();
    }

    @Override
    public void carry(Due letter) {
        if (letter.to().startsWith("broken")) {
            throw new MailSendException("550 No such mailbox");
        }
        carried.add(letter);
    }

    List<Due> carriedTo(String address) {
        return carried.stream().filter(letter -> letter.to().equals(address)).toList();
    }
}
