package org.mimamori.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The one process: screens, REST API, and, unless told otherwise, the store. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class MimamoriApplication {

    public static void main(String[] args) {
        SpringApplication.run(MimamoriApplication.class, args);
    }
}
