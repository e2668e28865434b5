package app.teahouse.screening;

import app.teahouse.kernel.Scrutiny;
import app.teahouse.kernel.Speaker;
import org.springframework.stereotype.Component;

/** Looks at what a member is about to say. No kind of rule can be switched on yet, so nothing is found. */
@Component
class Screen implements Scrutiny {

    @Override
    public Finding look(Speaker speaker, Words words) {
        return Finding.NOTHING;
    }
}
