package org.mimamori.server.wiring;

import java.time.Clock;
import org.mimamori.engine.app.AppCatalog;
import org.mimamori.engine.change.ChangeStore;
import org.mimamori.engine.comment.CommentStore;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.inbox.InboxStore;
import org.mimamori.engine.notify.CrossingStore;
import org.mimamori.engine.notify.CrossingWorker;
import org.mimamori.engine.notify.Desk;
import org.mimamori.engine.notify.NotifyWorker;
import org.mimamori.engine.notify.ReminderStore;
import org.mimamori.engine.notify.ReminderWorker;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.record.RecordService;
import org.mimamori.engine.space.Threads;
import org.mimamori.server.settings.MimamoriSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who tells people what they are to be told. */
@Configuration(proxyBeanMethods = false)
class NotifyWiring {

    @Bean
    Desk notifyDesk(AppCatalog catalog, Apps apps, RecordService records, Directory directory, InboxStore inbox) {
        return new Desk(catalog, apps, records, directory, inbox);
    }

    @Bean
    NotifyWorker notifyWorker(Desk desk, ChangeStore changes, CommentStore comments, Threads threads) {
        return new NotifyWorker(desk, changes, comments, threads);
    }

    @Bean
    CrossingWorker crossingWorker(Desk desk, CrossingStore store, Clock clock) {
        return new CrossingWorker(desk, store, clock);
    }

    @Bean
    ReminderWorker reminderWorker(Desk desk, ReminderStore store, Clock clock, MimamoriSettings settings) {
        return new ReminderWorker(desk, store, clock, settings.zone());
    }
}
