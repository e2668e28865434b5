package app.teahouse.announcements;

import app.teahouse.Teahouse;
import app.teahouse.connections.DatabaseAddress;
import java.time.Clock;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A program of its own that carries announcements until it is killed, on the database that it is given. It says so before each step. */
final class Carrying {
    private Carrying() {}

    static void main(String[] arguments) {
        try (var context = new SpringApplicationBuilder(Teahouse.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .properties("teahouse.timers=false")
                .initializers(Carrying::giveDatabase)
                .run(arguments)) {
            var work = context.getBean(CarryAnnouncements.class);
            var clock = context.getBean(Clock.class);
            do {
                System.out.println("step");
            } while (work.step(clock.instant()));
        }
    }

    private static void giveDatabase(ConfigurableApplicationContext context) {
        var owner = System.getProperty("carry.owner");
        var password = System.getProperty("carry.password");
        var address = new DatabaseAddress(
                System.getProperty("carry.database"), System.getProperty("carry.user"), password, owner, password);
        ((GenericApplicationContext) context).registerBean(DatabaseAddress.class, () -> address);
    }
}
