package org.mimamori.server.wiring;

import java.time.Clock;
import org.mimamori.engine.change.ChangeStore;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.file.FileStore;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.space.AppsInSpaces;
import org.mimamori.engine.space.Doors;
import org.mimamori.engine.space.SpaceGround;
import org.mimamori.engine.space.SpacePeople;
import org.mimamori.engine.space.SpaceStore;
import org.mimamori.engine.space.SpaceTemplates;
import org.mimamori.engine.space.Spaces;
import org.mimamori.engine.space.Threads;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spaces: the doors, which every look at an app passes, and the services behind them. */
@Configuration(proxyBeanMethods = false)
class SpaceWiring {

    @Bean
    Doors doors(SpaceStore store) {
        return new Doors(store);
    }

    @Bean
    SpaceGround spaceGround(
            SpaceStore store,
            Doors doors,
            Apps apps,
            Directory directory,
            ChangeStore changes,
            Transactions transactions,
            FileStore files,
            Clock clock) {
        return new SpaceGround(store, doors, apps, directory, changes, transactions, files, clock);
    }

    @Bean
    SpacePeople spacePeople(SpaceGround ground) {
        return new SpacePeople(ground);
    }

    @Bean
    SpaceTemplates spaceTemplates(SpaceGround ground) {
        return new SpaceTemplates(ground);
    }

    @Bean
    Spaces spaces(SpaceGround ground, SpacePeople people, SpaceTemplates templates) {
        return new Spaces(ground, people, templates);
    }

    @Bean
    Threads threads(SpaceGround ground) {
        return new Threads(ground);
    }

    @Bean
    AppsInSpaces appsInSpaces(SpaceGround ground) {
        return new AppsInSpaces(ground);
    }
}
