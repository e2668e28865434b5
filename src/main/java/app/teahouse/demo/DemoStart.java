package app.teahouse.demo;

import app.teahouse.accounts.InventPerson;
import app.teahouse.kernel.Settings;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Fills an empty site before it serves its first page, if that was asked for, and tells on the console how to come in. */
@Component
class DemoStart implements SmartLifecycle {
    private static final String ADDRESS = "owner.zh@example.org";

    private final Settings settings;
    private final InventPerson inventPerson;
    private final FillSite fillSite;
    private volatile boolean running;

    DemoStart(Settings settings, InventPerson inventPerson, FillSite fillSite) {
        this.settings = settings;
        this.inventPerson = inventPerson;
        this.fillSite = fillSite;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.demo();
    }

    /** Long before the web server, which stands near the end. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        running = true;
        if (!inventPerson.isAnybodyHere()) {
            fillSite.fill();
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** A site of real people is not to say on every page that everything is made up: it ends with a sentence, unchanged. */
    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        if (!settings.demo()) {
            return;
        }
        if (!inventPerson.knows(ADDRESS)) {
            System.err.println("--demo fills only an empty data folder, and in this one are accounts already. "
                    + "Nothing was changed. Start without --demo, or with another --data folder.");
            System.exit(1);
        }
        System.out.printf(
                "%n  A demo: everything here is made up. Sign in at %s/sign-in with the password %s as%n"
                        + "  演示站点：内容都是虚构的。可用以下账号登录，密码同上：%n%n"
                        + "    owner.zh@example.org   圈主        member.zh@example.org   成员%n"
                        + "    owner.en@example.org   an owner    member.en@example.org   a member%n"
                        + "    operator.zh@example.org, operator.en@example.org   站长, the operator%n%n",
                settings.base(), Cast.PASSWORD);
    }
}
