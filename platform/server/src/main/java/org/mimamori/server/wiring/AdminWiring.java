package org.mimamori.server.wiring;

import java.time.Clock;
import org.mimamori.engine.admin.AppStatistics;
import org.mimamori.engine.admin.Ground;
import org.mimamori.engine.admin.Groups;
import org.mimamori.engine.admin.Guests;
import org.mimamori.engine.admin.Memberships;
import org.mimamori.engine.admin.Organizations;
import org.mimamori.engine.admin.Tokens;
import org.mimamori.engine.admin.Users;
import org.mimamori.engine.app.AppCatalog;
import org.mimamori.engine.app.AppStore;
import org.mimamori.engine.app.PreviewMaker;
import org.mimamori.engine.change.ChangeStore;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.directory.DirectoryRegister;
import org.mimamori.engine.directory.PasswordCheck;
import org.mimamori.engine.file.FileStore;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.record.RecordService;
import org.mimamori.engine.space.SpaceStore;
import org.mimamori.server.settings.MimamoriSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The services by which the site is administered. */
@Configuration(proxyBeanMethods = false)
class AdminWiring {

    @Bean
    Ground adminGround(DirectoryRegister register, ChangeStore changes, Transactions transactions, Clock clock) {
        return new Ground(register, changes, transactions, clock);
    }

    @Bean
    Users users(Ground ground, PasswordCheck passwords, MimamoriSettings settings) {
        return new Users(ground, passwords, settings.zone());
    }

    @Bean
    Organizations organizations(Ground ground) {
        return new Organizations(ground);
    }

    @Bean
    Groups groups(Ground ground) {
        return new Groups(ground);
    }

    @Bean
    Memberships memberships(Ground ground) {
        return new Memberships(ground);
    }

    @Bean
    Guests guests(Ground ground, PasswordCheck passwords, SpaceStore spaces) {
        return new Guests(ground, passwords, spaces);
    }

    @Bean
    AppStatistics appStatistics(
            AppCatalog catalog, AppStore store, PreviewMaker previews, RecordService records, FileStore files) {
        return new AppStatistics(catalog, store, previews, records, files);
    }

    @Bean
    Tokens tokens(Ground ground, Apps apps) {
        return new Tokens(ground, apps);
    }
}
