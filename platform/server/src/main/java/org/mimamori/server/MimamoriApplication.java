package org.mimamori.server;

import org.mimamori.server.training.Training;
import org.mimamori.server.transfer.TransferApplication;
import org.mimamori.server.transfer.TransferCommand;
import org.mimamori.ui.UiConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** The one process: screens, REST API, and, unless told otherwise, the store. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(UiConfiguration.class)
public class MimamoriApplication {

    public static void main(String[] args) {
        if (args.length > 0 && TransferCommand.isNamed(args[0])) {
            TransferApplication.main(args);
            return;
        }
        if (args.length > 0 && Training.isNamed(args[0])) {
            Training.run(args);
            return;
        }
        SpringApplication.run(MimamoriApplication.class, args);
    }
}
