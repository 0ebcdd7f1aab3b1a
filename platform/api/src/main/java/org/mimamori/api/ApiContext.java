package org.mimamori.api;

import org.mimamori.api.error.Explainer;
import org.mimamori.api.error.Words;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxObservationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * The API's own reactive context. It is a child of the application's, which gives it the engine, and is mounted into
 * the servlet container; the application must not scan this package, or its controllers would be registered twice.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@ImportAutoConfiguration({
    CodecsAutoConfiguration.class,
    HttpHandlerAutoConfiguration.class,
    WebFluxAutoConfiguration.class,
    WebFluxObservationAutoConfiguration.class
})
public class ApiContext {

    @Bean
    Explainer explainer() {
        return new Explainer(new Words());
    }
}
