package org.mimamori.api;

import java.util.List;
import org.mimamori.api.file.UploadLimit;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.multipart.DefaultPartHttpMessageReader;
import org.springframework.http.codec.multipart.MultipartHttpMessageReader;
import org.springframework.web.reactive.config.BlockingExecutionConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/**
 * How WebFlux is used here: blocking controllers on virtual threads, their own arguments, uploads by way of the disk.
 */
@Configuration(proxyBeanMethods = false)
class ApiWebConfig implements WebFluxConfigurer {

    private static final int MOST_PARTS = 10;
    private static final int MOST_PART_HEADERS = 16 * 1024;
    private static final int MOST_IN_MEMORY = 64 * 1024;

    private final List<HandlerMethodArgumentResolver> arguments;
    private final UploadLimit limit;

    ApiWebConfig(List<HandlerMethodArgumentResolver> arguments, UploadLimit limit) {
        this.arguments = arguments;
        this.limit = limit;
    }

    @Override
    public void configureBlockingExecution(BlockingExecutionConfigurer configurer) {
        configurer.setExecutor(new VirtualThreadTaskExecutor("api-"));
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        arguments.forEach(configurer::addCustomResolver);
    }

    @Override
    public void configureHttpMessageCodecs(ServerCodecConfigurer configurer) {
        DefaultPartHttpMessageReader parts = new DefaultPartHttpMessageReader();
        parts.setMaxParts(MOST_PARTS);
        parts.setMaxHeadersSize(MOST_PART_HEADERS);
        parts.setMaxInMemorySize(MOST_IN_MEMORY);
        parts.setMaxDiskUsagePerPart(limit.bytes());
        configurer.defaultCodecs().multipartReader(new MultipartHttpMessageReader(parts));
    }
}
