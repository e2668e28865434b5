package app.teahouse;

import app.teahouse.connections.DatabaseAddress;
import app.teahouse.postgres.CannotStart;
import app.teahouse.postgres.EmbeddedPostgres;
import app.teahouse.postgres.RunningPostgres;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.modulith.Modulithic;

/**
 * The whole program: Spring comes up while the embedded PostgreSQL starts beside it, unless a database was given. Beans are named
 * with their room, since two rooms may each have a {@code ChangeAddress}.
 */
@Modulithic(systemName = "Teahouse", sharedModules = "kernel")
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Teahouse {

    static void main(String[] args) {
        var program = new SpringApplication(Teahouse.class);
        program.addInitializers((ApplicationContextInitializer<ConfigurableApplicationContext>) Teahouse::findDatabase);
        var context = program.run(args);
        if (Boolean.getBoolean("teahouse.train")) {
            System.exit(SpringApplication.exit(context));
        }
    }

    private static void findDatabase(ConfigurableApplicationContext context) {
        // While bin/build works out which beans there are, none is made.
        if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
            return;
        }
        var environment = context.getEnvironment();
        var given = environment.getProperty("teahouse.database.url", "");
        var beans = (GenericApplicationContext) context;
        if (!given.isBlank()) {
            beans.registerBean(DatabaseAddress.class, () -> given(environment, given));
            return;
        }
        var folder = Path.of(environment.getProperty("teahouse.data", "data"));
        var starting = CompletableFuture.supplyAsync(() -> startOrEnd(folder));
        beans.registerBean(DatabaseAddress.class, () -> {
            var server = starting.join();
            return new DatabaseAddress(
                    server.url(), server.programUser(), server.password(), server.user(), server.password());
        });
        stopAtTheEnd(context, starting);
    }

    private static DatabaseAddress given(Environment environment, String url) {
        var user = environment.getProperty("teahouse.database.user", "teahouse");
        var password = environment.getProperty("teahouse.database.password", "");
        return new DatabaseAddress(
                url,
                user,
                password,
                environment.getProperty("teahouse.database.owner-user", user),
                environment.getProperty("teahouse.database.owner-password", password));
    }

    /** The server stops after everything that uses it, and also where the context never came up. */
    private static void stopAtTheEnd(
            ConfigurableApplicationContext context, CompletableFuture<RunningPostgres> server) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            context.close();
            server.thenAccept(RunningPostgres::close).exceptionally(_ -> null).join();
        }));
    }

    /** What stands in the operator's way is one sentence. Nothing has begun by then, so the program may end in the middle. */
    private static RunningPostgres startOrEnd(Path folder) {
        try {
            return EmbeddedPostgres.start(folder);
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            Runtime.getRuntime().halt(1);
            throw e;
        }
    }
}
