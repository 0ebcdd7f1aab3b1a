package org.mimamori.server.security;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.Locale;
import org.mimamori.api.auth.ApiSettings;
import org.mimamori.api.auth.ApiSignIn;
import org.mimamori.api.auth.CallerFinder;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.DirectoryStore;
import org.mimamori.engine.directory.PasswordCheck;
import org.mimamori.engine.oauth.OAuth;
import org.mimamori.server.settings.MimamoriSettings;
import org.mimamori.ui.login.LoginView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** The gates: one in front of the API, one in front of the operator's endpoints, one in front of the screens. */
@Configuration(proxyBeanMethods = false)
class SecurityWiring {

    @Bean
    Passwords passwords() {
        return new Passwords();
    }

    @Bean
    PasswordEncoder passwordEncoder(Passwords passwords) {
        return passwords.encoder();
    }

    @Bean
    UserDetailsService accounts(Directory directory, DirectoryStore store) {
        return new DirectoryAccounts(directory, store);
    }

    @Bean
    ApiSettings apiSettings(MimamoriSettings settings) {
        return new ApiSettings(Locale.of(settings.language()), settings.zone());
    }

    @Bean
    CallerFinder callerFinder(
            Directory directory,
            DirectoryStore store,
            PasswordCheck passwords,
            Clock clock,
            OAuth oauth,
            ApiSettings settings) {
        return new CallerFinder(directory, store, passwords, clock, new SessionTokens(), oauth, settings);
    }

    /** {@link ApiSignIn} stands in this chain and decides alone; it knows who may call without signing in. */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, CallerFinder callers, ApiSettings settings) throws Exception {
        return http.securityMatcher("/k/**", "/v1/**", "/api/**")
                .csrf(csrf -> csrf.disable())
                .headers(ResponseHeaders::data)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.disable())
                // Signing out is the screens', and nothing here asks the servlet who is calling.
                .logout(logout -> logout.disable())
                .servletApi(servlet -> servlet.disable())
                .addFilterBefore(new ApiSignIn(callers, settings), AuthorizationFilter.class)
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain operator(HttpSecurity http) throws Exception {
        return http.securityMatcher("/actuator/**")
                .headers(ResponseHeaders::data)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(all -> all.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** Programs show their own secret to the token endpoint; people sign in at the screens before they agree. */
    @Bean
    @Order(3)
    SecurityFilterChain oauth2(HttpSecurity http) throws Exception {
        return http.securityMatcher("/oauth2/**")
                // The page of agreement carries a proof of its own; the token endpoint knows no session.
                .csrf(csrf -> csrf.disable())
                .headers(ResponseHeaders::common)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                .authorizeHttpRequests(all -> all.requestMatchers("/oauth2/token")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    @Bean
    @Order(10)
    SecurityFilterChain screens(HttpSecurity http) throws Exception {
        http.headers(ResponseHeaders::common)
                .authorizeHttpRequests(all -> all.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/webjars/**", "/js/**", "/styles/**", "/images/**", "/favicon.ico")
                        .permitAll())
                .with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.loginView(LoginView.class));
        return http.build();
    }
}
