package org.mimamori.server.transfer;

import com.mongodb.MongoException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.mimamori.embedded.EmbeddedStoreException;
import org.mimamori.server.settings.MimamoriSettings;
import org.springframework.aot.AotDetector;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.SpringProperties;

/** The command with the settings of the installation, read where the server reads them, and nothing of the server. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MimamoriSettings.class)
public class TransferApplication {

    /**
     * Runs {@code export FILE} or {@code import FILE} with further options; tells what was moved, or why nothing was.
     */
    public static void main(String[] args) {
        if (args.length < 2 || args[1].startsWith("--")) {
            System.err.println("Usage: export FILE or import FILE");
            System.exit(2);
        }
        String[] options = Arrays.copyOfRange(args, 2, args.length);
        try {
            run(args[0], Path.of(args[1]), options);
        } catch (EmbeddedStoreException | MongoException | IOException | UncheckedIOException refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    private static void run(String command, Path file, String[] options) throws IOException {
        // Those are the server's beans, and no start of another kind can be made of them.
        SpringProperties.setProperty(AotDetector.AOT_ENABLED, "false");
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(TransferApplication.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .run(options)) {
            new TransferCommand(context.getBean(MimamoriSettings.class))
                    .run(command, file)
                    .forEach((collection, hash) -> System.out.println(hash + "  " + collection));
        }
    }
}
