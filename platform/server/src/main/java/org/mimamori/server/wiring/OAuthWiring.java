package org.mimamori.server.wiring;

import java.time.Clock;
import org.mimamori.api.auth.ApiSettings;
import org.mimamori.api.oauth.AuthorizationServlet;
import org.mimamori.api.oauth.TokenServlet;
import org.mimamori.engine.change.ChangeStore;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.oauth.OAuth;
import org.mimamori.engine.oauth.OAuthClients;
import org.mimamori.engine.oauth.OAuthStore;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** OAuth 2: programs that act for people who agreed. */
@Configuration(proxyBeanMethods = false)
class OAuthWiring {

    @Bean
    OAuth oauth(OAuthStore store, Clock clock) {
        return new OAuth(store, clock);
    }

    @Bean
    OAuthClients oauthClients(OAuthStore store, ChangeStore changes, Transactions transactions, Clock clock) {
        return new OAuthClients(store, changes, transactions, clock);
    }

    @Bean
    ServletRegistrationBean<TokenServlet> oauthTokens(OAuth oauth) {
        return new ServletRegistrationBean<>(new TokenServlet(oauth), "/oauth2/token");
    }

    @Bean
    ServletRegistrationBean<AuthorizationServlet> oauthAuthorization(
            OAuth oauth, Directory directory, ApiSettings settings) {
        return new ServletRegistrationBean<>(
                new AuthorizationServlet(oauth, directory, settings.language()), "/oauth2/authorization");
    }
}
