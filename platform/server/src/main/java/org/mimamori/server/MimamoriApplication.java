package org.mimamori.server;

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
        SpringApplication.run(MimamoriApplication.class, args);
    }
}
