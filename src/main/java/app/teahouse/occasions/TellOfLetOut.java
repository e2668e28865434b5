package app.teahouse.occasions;

import app.teahouse.kernel.LetOut;
import app.teahouse.kernel.Listener;
import app.teahouse.kernel.Scrutiny.Matter;
import app.teahouse.notify.News;
import app.teahouse.notify.NoticeKind;
import app.teahouse.notify.TellPeople;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a writer that what waited for the staff is out. */
@Component
class TellOfLetOut implements Listener<LetOut> {
    private final TellPeople tellPeople;

    TellOfLetOut(TellPeople tellPeople) {
        this.tellPeople = tellPeople;
    }

    @Override
    public Class<LetOut> event() {
        return LetOut.class;
    }

    @Override
    public void on(LetOut event) {
        tellPeople.tell(
                new News(
                        event.circle(),
                        NoticeKind.WORDS_OUT,
                        "out:" + event.about(),
                        event.number(),
                        event.matter() == Matter.COMMENT ? event.about() : null,
                        null,
                        "",
                        event.title(),
                        "",
                        "",
                        event.at()),
                List.of(event.author()));
    }
}
