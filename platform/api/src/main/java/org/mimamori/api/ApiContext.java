package org.mimamori.api;

import org.mimamori.api.error.Explainer;
import org.mimamori.api.error.Words;
import org.mimamori.api.file.UploadLimit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;

/**
 * The API's own reactive context. It is a child of the application's, which gives it the engine, and is mounted into
 * the servlet container; the application must not scan this package, or its controllers would be registered twice.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFlux
@ComponentScan
public class ApiContext {

    @Bean
    Explainer explainer() {
        return new Explainer(new Words());
    }

    @Bean
    UploadLimit uploadLimit(@Value("${mimamori.largest-file:1GB}") String largest) {
        return new UploadLimit(DataSize.parse(largest).toBytes());
    }

    /** What is mounted. Set up without Boot, which would serve the screens' static files under the API's paths too. */
    @Bean
    HttpHandler httpHandler(ApplicationContext context) {
        return WebHttpHandlerBuilder.applicationContext(context).build();
    }
}
