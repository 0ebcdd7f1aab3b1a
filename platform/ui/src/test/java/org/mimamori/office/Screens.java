package org.mimamori.office;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.mimamori.engine.app.AppCatalog;
import org.mimamori.engine.app.AppFolder;
import org.mimamori.engine.app.AppInstaller;
import org.mimamori.engine.app.DefinitionMessages;
import org.mimamori.engine.comment.Comments;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.DirectoryStore;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.imports.Imports;
import org.mimamori.engine.inbox.Inbox;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.record.Actions;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.record.Attachments;
import org.mimamori.engine.record.History;
import org.mimamori.engine.record.ProcessService;
import org.mimamori.engine.record.RecordService;
import org.mimamori.engine.report.Reports;
import org.mimamori.ui.UiConfiguration;
import org.mimamori.ui.login.DemoPeople;
import org.mimamori.ui.login.DemoPeople.DemoPerson;
import org.mimamori.ui.login.FirstAdministrator;
import org.mimamori.ui.login.LoginView;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;

/** The screens over the small town's office; also starts as a program, to look at them in a browser. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(UiConfiguration.class)
public class Screens {

    public static void main(String[] args) {
        SpringApplication.run(Screens.class, args).getBean(Office.class).talk();
    }

    @Bean
    Office office() {
        return new Office();
    }

    @Bean
    Clock clock(Office office) {
        return office.clock();
    }

    @Bean
    DirectoryStore directoryStore(Office office) {
        return office.directoryStore;
    }

    @Bean
    Directory directory(Office office) {
        return office.directory;
    }

    @Bean
    AppCatalog appCatalog(Office office) {
        return office.catalog;
    }

    @Bean
    AppInstaller appInstaller(Office office) {
        return office.installer;
    }

    @Bean
    DefinitionMessages definitionMessages() {
        return new DefinitionMessages();
    }

    @Bean
    AppFolder appFolder(AppInstaller installer, DefinitionMessages messages) {
        return new AppFolder(Path.of("no-such-folder"), installer, messages, Locale.JAPANESE);
    }

    @Bean
    Apps apps(Office office) {
        return office.records.apps();
    }

    @Bean
    RecordService recordService(Office office) {
        return office.records.service();
    }

    @Bean
    ProcessService processService(Office office) {
        return office.records.process();
    }

    @Bean
    Actions actions(Office office) {
        return office.records.actions();
    }

    @Bean
    History history(Office office) {
        return office.records.history();
    }

    @Bean
    Attachments attachments(Office office) {
        return office.records.attachments();
    }

    @Bean
    Comments comments(Office office) {
        return office.comments;
    }

    @Bean
    Inbox inbox(Office office) {
        return office.inbox;
    }

    @Bean
    Imports imports(Office office) {
        return office.imports;
    }

    @Bean
    Reports reports(Office office) {
        return office.reports;
    }

    @Bean
    PlainPasswords passwords() {
        return new PlainPasswords();
    }

    @Bean
    PasswordEncoder passwordEncoder(PlainPasswords passwords) {
        return passwords.encoder();
    }

    @Bean
    DemoPeople demoPeople() {
        return new TownPeople();
    }

    @Bean
    EmptyTown firstAdministrator() {
        return new EmptyTown();
    }

    /** Everybody's password is {@code mimamori-demo}. */
    @Bean
    UserDetailsService accounts(Directory directory, DirectoryStore store, PlainPasswords passwords) {
        directory.users().forEach(user -> store.savePasswordHash(user.code(), passwords.hash("mimamori-demo")));
        return name -> directory
                .findUser(name)
                .map(user -> org.springframework.security.core.userdetails.User.withUsername(user.code())
                        .password(store.passwordHash(user.code()).orElse(""))
                        .authorities("PERSON")
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException(name));
    }

    @Bean
    SecurityFilterChain screensChain(HttpSecurity http) throws Exception {
        http.authorizeHttpRequests(all -> all.requestMatchers("/js/**", "/styles/**", "/images/**", "/webjars/**")
                        .permitAll())
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView(LoginView.class).anyRequest(any -> any.authenticated()));
        return http.build();
    }

    /** The people of the town. */
    static final class TownPeople implements DemoPeople {

        @Override
        public List<DemoPerson> list() {
            return List.of(
                    new DemoPerson(Office.COORDINATOR, "佐藤 恵", "調整機関の職員", "こども家庭センター"),
                    new DemoPerson(Office.NURSE, "田中 花子", "保育園の職員", "みどり保育園"),
                    new DemoPerson(Office.OTHER_NURSE, "鈴木 一郎", "保育園の職員", "さくら保育園"),
                    new DemoPerson(Office.ADMINISTRATOR, "管理 者", "システム管理者", "ひだまり市"));
        }

        @Override
        public String password() {
            return "mimamori-demo";
        }
    }

    /** An installation that can be told that it has nobody yet. */
    public static final class EmptyTown implements FirstAdministrator {

        private volatile boolean empty;
        private volatile List<User> made = List.of();

        public void empty() {
            empty = true;
        }

        public void settle() {
            empty = false;
            made = List.of();
        }

        public List<User> made() {
            return made;
        }

        @Override
        public boolean needed() {
            return empty;
        }

        @Override
        public void create(User administrator, String password) {
            if (!empty) {
                throw new Problem.Forbidden("SETUP").asException();
            }
            empty = false;
            made = List.of(administrator);
        }
    }
}
