package app.teahouse.files;

import app.teahouse.kernel.Settings;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the bytes lie: in the data folder. A site of many nodes will name an object store here. */
@Configuration(proxyBeanMethods = false)
class Storage {

    @Bean
    Store store(Settings settings) throws IOException {
        return new FolderStore(settings.data().resolve("files"));
    }
}
