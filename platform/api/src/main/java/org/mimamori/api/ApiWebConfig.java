package org.mimamori.api;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.web.reactive.config.BlockingExecutionConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** How WebFlux is used here: blocking controllers on virtual threads, their own arguments. */
@Configuration(proxyBeanMethods = false)
class ApiWebConfig implements WebFluxConfigurer {

    private final List<HandlerMethodArgumentResolver> arguments;

    ApiWebConfig(List<HandlerMethodArgumentResolver> arguments) {
        this.arguments = arguments;
    }

    @Override
    public void configureBlockingExecution(BlockingExecutionConfigurer configurer) {
        configurer.setExecutor(new VirtualThreadTaskExecutor("api-"));
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        arguments.forEach(configurer::addCustomResolver);
    }
}
