package app.teahouse;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The whole program. */
@Modulithic(systemName = "Teahouse", sharedModules = "kernel")
@SpringBootApplication
public class Teahouse {

    static void main(String[] args) {
        SpringApplication.run(Teahouse.class, args);
    }
}
