package app.teahouse.entrance;

import app.teahouse.kernel.Settings;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints the set-up code where only who started the program sees it, as long as the site has no operator. */
@Component
class SetUpCode {
    private final SetUp setUp;
    private final Settings settings;

    SetUpCode(SetUp setUp, Settings settings) {
        this.setUp = setUp;
        this.settings = settings;
    }

    /** On the console and not in the log, which may be read by more people. */
    @EventListener(ApplicationReadyEvent.class)
    void print() {
        if (settings.timers() && !settings.demo() && !setUp.hasOperator()) {
            var code = setUp.newCode();
            System.out.printf(
                    "%n  This site has no operator yet. Open this address to become the one:%n"
                            + "  这个站点还没有站长，打开下面的地址即可成为站长：%n%n"
                            + "    %s/setup?code=%s%n%n",
                    settings.base(), code);
        }
    }
}
