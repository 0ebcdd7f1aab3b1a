package org.mimamori.server.wiring;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.mimamori.api.ApiContext;
import org.springframework.boot.web.context.reactive.AnnotationConfigReactiveWebApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServletHttpHandlerAdapter;
import org.springframework.http.server.reactive.TomcatHttpHandlerAdapter;

/**
 * Mounts the API, a WebFlux application in a context of its own, into the servlet container that carries the screens:
 * one port, one origin, one session (docs/adr/0002).
 */
@Configuration(proxyBeanMethods = false)
class WebFluxMount {

    @Bean(destroyMethod = "close")
    AnnotationConfigReactiveWebApplicationContext apiContext(ApplicationContext parent) {
        var child = new AnnotationConfigReactiveWebApplicationContext() {
            // WebFlux refuses to start where it sees Spring MVC, which the parent has for the screens' sake.
            @Override
            public boolean containsBean(String name) {
                return !"mvcContentNegotiationManager".equals(name) && super.containsBean(name);
            }
        };
        child.setId("api");
        child.setParent(parent);
        child.register(ApiContext.class);
        child.refresh();
        return child;
    }

    @Bean
    ServletRegistrationBean<ServletHttpHandlerAdapter> kintoneServlet(
            AnnotationConfigReactiveWebApplicationContext apiContext) {
        return mount(apiContext, "/k");
    }

    @Bean
    ServletRegistrationBean<ServletHttpHandlerAdapter> apiServlet(
            AnnotationConfigReactiveWebApplicationContext apiContext) {
        return mount(apiContext, "/api");
    }

    /** kintone has the User API at the root of the domain. */
    @Bean
    ServletRegistrationBean<ServletHttpHandlerAdapter> userApiServlet(
            AnnotationConfigReactiveWebApplicationContext apiContext) {
        return mount(apiContext, "/v1");
    }

    private static ServletRegistrationBean<ServletHttpHandlerAdapter> mount(ApplicationContext api, String prefix) {
        HttpHandler target = api.getBean(HttpHandler.class);
        // The adapter takes the servlet's path for the context path; controllers map whole paths.
        HttpHandler whole = (request, response) ->
                target.handle(request.mutate().contextPath("").build(), response);
        var registration = new ServletRegistrationBean<ServletHttpHandlerAdapter>(
                new TomcatHttpHandlerAdapter(whole), prefix + "/*");
        registration.setName("webflux" + prefix.replace('/', '-'));
        registration.setAsyncSupported(true);
        registration.setLoadOnStartup(1);
        return registration;
    }

    /** A reader who goes away in the middle of a download is no error page. */
    @Bean
    FilterRegistrationBean<Filter> quietAborts() {
        Filter filter = (request, response, chain) -> {
            if (!response.isCommitted()) {
                chain.doFilter(request, response);
            }
        };
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/error");
        registration.setDispatcherTypes(DispatcherType.ERROR, DispatcherType.INCLUDE);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
