package org.mimamori.server.start;

import java.util.List;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppFolder;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.DirectoryStore;
import org.mimamori.server.demo.Demo;
import org.mimamori.server.settings.MimamoriSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.stereotype.Component;

/** What is done at every start before the installation is said to be ready: apps, first administrator, demo. */
@Component
class Opening implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    private final AppFolder folder;
    private final DirectoryStore directory;
    private final FirstAdmin firstAdmin;
    private final Demo demo;
    private final MimamoriSettings settings;
    private final WebServerApplicationContext web;

    Opening(
            AppFolder folder,
            DirectoryStore directory,
            FirstAdmin firstAdmin,
            Demo demo,
            MimamoriSettings settings,
            WebServerApplicationContext web) {
        this.folder = folder;
        this.directory = directory;
        this.firstAdmin = firstAdmin;
        this.demo = demo;
        this.settings = settings;
        this.web = web;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean empty = directory.users().isEmpty();
        List<AppDefinition> apps = folder.install(new Actor.Platform("start").ref());
        LOG.info(
                "{} apps from {}", apps.size(), settings.apps().toAbsolutePath().normalize());
        if (empty && settings.demo()) {
            demo.load(settings.apps());
        }
        firstAdmin.createFromSettings();
        LOG.info("Mimamori is ready: http://localhost:{}", port());
        if (firstAdmin.needed()) {
            LOG.info("Nobody can sign in yet: open the address to set up the first administrator");
        }
    }

    private int port() {
        var server = web.getWebServer();
        return server == null ? 0 : server.getPort();
    }
}
