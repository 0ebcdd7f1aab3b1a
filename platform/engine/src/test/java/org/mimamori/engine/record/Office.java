package org.mimamori.engine.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppInstaller;
import org.mimamori.engine.app.CompiledApps;
import org.mimamori.engine.app.DefinitionReader;
import org.mimamori.engine.app.DefinitionSource;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.Group;
import org.mimamori.engine.directory.Organization;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.store.MongoStores;
import org.mimamori.engine.text.LocalText;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The whole engine over real stores, with two nurseries and a coordinating office. */
final class Office {

    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    final MongoStores stores;
    final Directory directory;
    final CompiledApps catalog;
    final AppInstaller installer;
    final Records records;

    Office(MongoStores stores, FieldTypes types, Clock clock) {
        this.stores = stores;
        this.directory = new Directory(stores.directory());
        DefinitionReader reader = new DefinitionReader(types, clock);
        this.catalog = new CompiledApps(stores.apps(), reader, clock);
        this.installer = new AppInstaller(reader, stores.apps(), catalog, clock);
        this.records = Records.over(new Records.Ground(
                catalog,
                directory,
                stores.records(),
                stores.changes(),
                stores.transactions(),
                stores.files(),
                stores.blobs(),
                clock,
                TOKYO,
                1_000_000));
        people();
    }

    private void people() {
        stores.directory()
                .saveOrganizations(
                        List.of(organization("coord"), organization("nursery01"), organization("nursery02")));
        stores.directory()
                .saveGroups(List.of(
                        new Group("coordinators", LocalText.of("調整機関の職員")),
                        new Group("nursery_staff", LocalText.of("保育園の職員"))));
        stores.directory()
                .saveUsers(List.of(
                        user("coordinator", "coord", "coordinators"),
                        user("nursery01", "nursery01", "nursery_staff"),
                        user("nursery02", "nursery02", "nursery_staff")));
    }

    private static Organization organization(String code) {
        return new Organization(code, LocalText.of(code), "", null);
    }

    private static User user(String code, String organization, String group) {
        return new User(code, code, "", "", Locale.JAPANESE, TOKYO, true, List.of(organization), List.of(group), false);
    }

    Actor.Person person(String code) {
        return directory.person(directory.findUser(code).orElseThrow(), Locale.JAPANESE);
    }

    /** The shipped child-watch apps. */
    void installShippedApps() {
        List<DefinitionSource> sources = List.of("child_register", "att_daily", "contact_log").stream()
                .map(code -> DefinitionSource.of(code, json(Path.of("../../apps/child-watch", code, "app.json"))))
                .toList();
        installer.installAll(sources, EntityRef.user("Administrator"));
    }

    AppDefinition install(String json) {
        ObjectNode definition = (ObjectNode) JsonMapper.shared().readTree(json);
        return installer.install(DefinitionSource.of("app.json", definition), EntityRef.user("Administrator"));
    }

    AppDefinition app(String code) {
        return catalog.findByCode(code).orElseThrow();
    }

    /** A record as kintone's JSON has it. */
    static Submission submission(String json) {
        return Submission.ofJson((ObjectNode) JsonMapper.shared().readTree(json));
    }

    private static ObjectNode json(Path file) {
        try {
            return (ObjectNode) JsonMapper.shared().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
