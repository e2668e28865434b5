package app.teahouse.exports;

import app.teahouse.Teahouse;
import app.teahouse.connections.DatabaseAddress;
import java.time.Clock;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A program of its own that writes exports, a part at a time, until it is killed; on the database and in the folder that it is given. It says
 * so after each part.
 */
final class Exporting {
    private Exporting() {}

    static void main(String[] arguments) {
        try (var context = new SpringApplicationBuilder(Teahouse.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .properties("teahouse.timers=false")
                .initializers(Exporting::giveDatabase)
                .run(arguments)) {
            var work = context.getBean(WorkExports.class);
            var clock = context.getBean(Clock.class);
            while (work.step(clock.instant(), 1)) {
                System.out.println("part");
            }
        }
    }

    private static void giveDatabase(ConfigurableApplicationContext context) {
        var owner = System.getProperty("export.owner");
        var password = System.getProperty("export.password");
        var address = new DatabaseAddress(
                System.getProperty("export.database"), System.getProperty("export.user"), password, owner, password);
        ((GenericApplicationContext) context).registerBean(DatabaseAddress.class, () -> address);
    }
}
