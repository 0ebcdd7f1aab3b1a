package org.mimamori.api.http;

import com.mongodb.client.MongoClient;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.mimamori.api.ApiContext;
import org.mimamori.api.EveryApp;
import org.mimamori.api.auth.ApiSettings;
import org.mimamori.api.auth.ApiSignIn;
import org.mimamori.api.auth.CallerFinder;
import org.mimamori.api.auth.ManualClock;
import org.mimamori.api.oauth.AuthorizationServlet;
import org.mimamori.api.oauth.TokenServlet;
import org.mimamori.engine.admin.AppStatistics;
import org.mimamori.engine.admin.Ground;
import org.mimamori.engine.admin.Groups;
import org.mimamori.engine.admin.Guests;
import org.mimamori.engine.admin.Memberships;
import org.mimamori.engine.admin.Organizations;
import org.mimamori.engine.admin.Tokens;
import org.mimamori.engine.admin.Users;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.AppInstaller;
import org.mimamori.engine.app.CompiledApps;
import org.mimamori.engine.app.DefinitionReader;
import org.mimamori.engine.app.DefinitionSource;
import org.mimamori.engine.app.PreviewMaker;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.comment.Comments;
import org.mimamori.engine.comment.GuardedComments;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.DirectoryStore;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.Group;
import org.mimamori.engine.directory.Organization;
import org.mimamori.engine.directory.PasswordCheck;
import org.mimamori.engine.directory.TokenEntry;
import org.mimamori.engine.directory.TokenRight;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.field.Operator;
import org.mimamori.engine.file.FileSweeper;
import org.mimamori.engine.imports.ImportFiles;
import org.mimamori.engine.imports.ImportWork;
import org.mimamori.engine.imports.Imports;
import org.mimamori.engine.job.DeployJobs;
import org.mimamori.engine.job.JobRunner;
import org.mimamori.engine.job.Jobs;
import org.mimamori.engine.oauth.OAuth;
import org.mimamori.engine.oauth.OAuthClients;
import org.mimamori.engine.plugin.AppPlugins;
import org.mimamori.engine.plugin.Plugins;
import org.mimamori.engine.query.SortKey;
import org.mimamori.engine.record.AppPlaces;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.record.Attachments;
import org.mimamori.engine.record.FieldPurge;
import org.mimamori.engine.record.GuardedSearch;
import org.mimamori.engine.record.ProcessService;
import org.mimamori.engine.record.QueryAdvice;
import org.mimamori.engine.record.QueryAdviser;
import org.mimamori.engine.record.RecordService;
import org.mimamori.engine.record.Records;
import org.mimamori.engine.record.Search;
import org.mimamori.engine.report.GuardedReports;
import org.mimamori.engine.report.Reports;
import org.mimamori.engine.settings.AppTemplates;
import org.mimamori.engine.settings.AppearanceSettings;
import org.mimamori.engine.settings.FormSettings;
import org.mimamori.engine.settings.GuardedPreviews;
import org.mimamori.engine.settings.Previews;
import org.mimamori.engine.settings.SettingsHistory;
import org.mimamori.engine.space.AppsInSpaces;
import org.mimamori.engine.space.Doors;
import org.mimamori.engine.space.SpaceGround;
import org.mimamori.engine.space.SpacePeople;
import org.mimamori.engine.space.SpaceTemplates;
import org.mimamori.engine.space.Spaces;
import org.mimamori.engine.space.Threads;
import org.mimamori.engine.store.MongoStores;
import org.mimamori.engine.store.TestStores;
import org.mimamori.engine.text.LocalText;
import org.mimamori.engine.webhook.Webhooks;
import org.springframework.boot.web.context.reactive.AnnotationConfigReactiveWebApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.TomcatHttpHandlerAdapter;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API on a real port, over the real engine and a store in memory, as the product mounts it: three apps and the
 * people of a small municipality. Register it as a static extension.
 */
final class TestServer implements BeforeAllCallback, AfterAllCallback {

    /** How long deleted fields can be put back. */
    static final Duration DELETED_FIELDS = Duration.ofDays(90);

    static final long LARGEST_FILE = 3_000_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final ManualClock clock = new ManualClock();
    private final TestStores stores = TestStores.embedded(clock);
    private final ApiSettings settings = new ApiSettings(Locale.ENGLISH, ZoneId.of("Asia/Tokyo"));
    private final Passwords passwords = new Passwords();
    private @Nullable Tomcat tomcat;
    private @Nullable Path folder;
    private @Nullable AppInstaller installer;
    private @Nullable JobRunner jobs;
    private @Nullable Previews previews;
    private @Nullable RequestMappingHandlerMapping calls;

    /** Whose session the request comes from; the product's container says it by itself. */
    static final String SESSION_USER = "X-Test-Session-User";

    static final String REQUEST_TOKEN = "token of the page";

    int port() {
        return tomcat.getConnector().getLocalPort();
    }

    /** A program that has not signed in. */
    TestClient client() {
        return new TestClient("http://localhost:" + port(), List.of());
    }

    /** The paths the platform serves beside kintone's. */
    Set<String> ownPaths() {
        return calls.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternsCondition().getPatterns().stream())
                .map(PathPattern::getPatternString)
                .filter(path -> path.startsWith("/api"))
                .collect(Collectors.toSet());
    }

    Previews previews() {
        return previews;
    }

    /** Every call that is served, as method and path. */
    List<String> calls() {
        return calls.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getMethodsCondition().getMethods().stream()
                        .flatMap(method -> info.getPatternsCondition().getPatterns().stream()
                                .map(path -> method + " " + path.getPatternString())))
                .sorted()
                .toList();
    }

    /** The database itself. */
    MongoClient database() {
        return stores.client();
    }

    String databaseName() {
        return stores.database();
    }

    /** Where files wait that are on their way. */
    Path uploads() {
        return Objects.requireNonNull(folder).resolve("uploads");
    }

    /** Does the work that waits in the background. */
    void doJobs() {
        boolean done;
        do {
            done = jobs.run();
        } while (done);
    }

    ManualClock clock() {
        return clock;
    }

    MongoStores stores() {
        return stores.get();
    }

    /** Changes a live app's definition, as its builder would. */
    void change(long app, Consumer<ObjectNode> change) {
        Actor builder = new Actor.Platform("test");
        AppId id = new AppId(app);
        Previews edited = Objects.requireNonNull(previews);
        edited.change(builder, id, Previews.ANY, edit -> change.accept(edit.json()));
        edited.deploy(builder, List.of(new Previews.AppRevision(id, Previews.ANY)));
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    /** Puts an app into a space, or, with null, out of all. */
    void place(String code, AppPlaces.@Nullable AppPlace place) {
        stores.get().spaces().place(new AppId(app(code)), place);
    }

    /** Number of the app of that code. */
    long app(String code) {
        return stores.get().apps().findByCode(code).orElseThrow().id().value();
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        stores.beforeAll(context);
        addPeople();
        GenericApplicationContext engine = engine();
        addApps();
        start(engine);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        try {
            if (tomcat != null) {
                tomcat.stop();
                tomcat.destroy();
            }
        } catch (LifecycleException e) {
            throw new IOException(e);
        } finally {
            stores.afterAll(context);
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void addPeople() {
        DirectoryStore directory = stores.get().directory();
        directory.saveOrganizations(List.of(
                new Organization("office", LocalText.of("調整機関"), "チョウセイキカン", null),
                new Organization("nursery01", LocalText.of("さくら保育園"), "サクラホイクエン", "office"),
                new Organization("nursery02", LocalText.of("もも保育園"), "モモホイクエン", "office")));
        directory.saveGroups(
                List.of(new Group("coordinators", LocalText.of("調整担当")), new Group("guests", LocalText.of("見学者"))));
        directory.saveUsers(List.of(
                person("admin", "管理者", null, "office", List.of(), true),
                person("coordinator", "佐藤 調", null, "office", List.of("coordinators"), false),
                person("nursery01", "鈴木 花", Locale.JAPANESE, "nursery01", List.of(), false),
                person("nursery02", "高橋 桃", null, "nursery02", List.of(), false),
                person("visitor", "見学 太郎", null, "office", List.of("guests"), false),
                person("sato", "佐藤", null, "office", List.of(), false),
                person("suzuki", "鈴木", null, "office", List.of(), false)));
        directory.users().forEach(user -> directory.savePasswordHash(user.code(), passwords.hash(user.code() + "!")));
    }

    private static User person(
            String code, String name, @Nullable Locale language, String office, List<String> groups, boolean admin) {
        ZoneId zone = ZoneId.of("Asia/Tokyo");
        return new User(code, name, "", "", language, zone, true, List.of(office), groups, admin);
    }

    private GenericApplicationContext engine() {
        MongoStores kept = stores.get();
        FieldTypes types = FieldTypes.standard();
        DefinitionReader reader = new DefinitionReader(types, clock);
        CompiledApps catalog = new CompiledApps(kept.apps(), reader, clock);
        Directory directory = new Directory(kept.directory());
        Doors doors = new Doors(kept.spaces());
        installer = new AppInstaller(reader, kept.apps(), catalog, clock, new DeployJobs(kept.jobs()));
        Records records = Records.over(new Records.Ground(
                catalog,
                directory,
                kept.records(),
                kept.changes(),
                kept.transactions(),
                kept.files(),
                kept.blobs(),
                clock,
                ZoneId.of("Asia/Tokyo"),
                LARGEST_FILE,
                doors));
        Comments comments = new GuardedComments(
                records.apps(),
                records.service(),
                kept.comments(),
                kept.changes(),
                kept.transactions(),
                directory,
                clock);
        GenericApplicationContext context = new GenericApplicationContext();
        context.registerBean(java.time.Clock.class, () -> clock);
        context.registerBean(FieldTypes.class, () -> types);
        context.registerBean(Directory.class, () -> directory);
        context.registerBean(DirectoryStore.class, kept::directory);
        Ground ground = new Ground(kept.directory(), kept.changes(), kept.transactions(), clock);
        context.registerBean(Users.class, () -> new Users(ground, passwords, ZoneId.of("Asia/Tokyo")));
        context.registerBean(Organizations.class, () -> new Organizations(ground));
        context.registerBean(Groups.class, () -> new Groups(ground));
        context.registerBean(Memberships.class, () -> new Memberships(ground));
        context.registerBean(OAuth.class, () -> new OAuth(kept.oauth(), clock));
        context.registerBean(
                OAuthClients.class, () -> new OAuthClients(kept.oauth(), kept.changes(), kept.transactions(), clock));
        context.registerBean(Tokens.class, () -> new Tokens(ground, records.apps()));
        context.registerBean(Guests.class, () -> new Guests(ground, passwords, kept.spaces()));
        context.registerBean(
                AppStatistics.class,
                () -> new AppStatistics(
                        catalog, kept.apps(), new PreviewMaker(reader, clock), records.service(), kept.files()));
        addSpaces(
                context,
                new SpaceGround(
                        kept.spaces(),
                        doors,
                        records.apps(),
                        directory,
                        kept.changes(),
                        kept.transactions(),
                        kept.files(),
                        clock));
        context.registerBean(AppInstaller.class, () -> installer);
        Previews guarded =
                new GuardedPreviews(records.apps(), catalog, kept.apps(), new PreviewMaker(reader, clock), installer);
        previews = guarded;
        context.registerBean(Jobs.class, () -> new Jobs(records.apps(), kept.jobs()));
        ImportFiles reading = new ImportFiles(kept.files(), kept.blobs());
        context.registerBean(
                Imports.class,
                () -> new Imports(records.apps(), kept.imports(), kept.jobs(), reading, kept.transactions(), clock));
        ImportWork imports = new ImportWork(
                kept.imports(),
                reading,
                records.apps(),
                records.intake(),
                directory,
                kept.changes(),
                kept.transactions(),
                clock);
        jobs = new JobRunner(
                kept.jobs(),
                catalog,
                records.recalculation(),
                records.optionRewrite(),
                new FieldPurge(kept.purges(), catalog, new FileSweeper(kept.files(), kept.blobs(), clock)),
                List.of(imports));
        context.registerBean(Previews.class, () -> guarded);
        FormSettings forms = new FormSettings(guarded, records.apps(), reader, types);
        context.registerBean(FormSettings.class, () -> forms);
        context.registerBean(
                AppearanceSettings.class, () -> new AppearanceSettings(guarded, kept.files(), kept.transactions()));
        context.registerBean(AppPlugins.class, () -> new AppPlugins(kept.plugins(), guarded));
        context.registerBean(
                Plugins.class,
                () -> new Plugins(
                        kept.plugins(),
                        catalog,
                        kept.files(),
                        kept.blobs(),
                        kept.changes(),
                        kept.transactions(),
                        clock));
        SettingsHistory history = new SettingsHistory(guarded, kept.apps(), DELETED_FIELDS);
        context.registerBean(SettingsHistory.class, () -> history);
        AppTemplates templates = new AppTemplates(guarded, catalog, kept.apps(), new PreviewMaker(reader, clock));
        context.registerBean(AppTemplates.class, () -> templates);
        context.registerBean(RecordService.class, records::service);
        context.registerBean(ProcessService.class, records::process);
        context.registerBean(Apps.class, records::apps);
        context.registerBean(Search.class, () -> new GuardedSearch(records.apps(), kept.records()));
        context.registerBean(QueryAdviser.class, () -> new QueryAdviser(records.apps(), TestServer::advice));
        context.registerBean(Attachments.class, records::attachments);
        context.registerBean(
                Reports.class,
                () -> new GuardedReports(records.apps(), kept.reports(), kept.snapshots(), reader, directory, clock));
        context.registerBean(Comments.class, () -> comments);
        context.registerBean(Transactions.class, kept::transactions);
        context.registerBean(
                Webhooks.class,
                () -> new Webhooks(
                        records.apps(),
                        kept.deliveries(),
                        kept.webhookSecrets(),
                        kept.changes(),
                        kept.transactions(),
                        clock));
        context.registerBean(ApiSettings.class, () -> settings);
        context.refresh();
        return context;
    }

    /** As if the first app, the register, had been asked what no index serves. */
    private static List<QueryAdvice> advice(AppId app) {
        QueryAdvice.Asked asked = new QueryAdvice.Asked(new FieldCode("児童番号"), Operator.NOT_IN);
        SortKey order = new SortKey(new FieldCode("児童氏名"), false);
        Instant last = Instant.parse("2026-04-01T00:00:00Z");
        return app.value() == 1
                ? List.of(new QueryAdvice(List.of(asked), List.of(order), 3, Duration.ofMillis(120), 40_000, 7, last))
                : List.of();
    }

    private static void addSpaces(GenericApplicationContext context, SpaceGround ground) {
        SpacePeople people = new SpacePeople(ground);
        SpaceTemplates templates = new SpaceTemplates(ground);
        context.registerBean(Doors.class, ground::doors);
        context.registerBean(SpacePeople.class, () -> people);
        context.registerBean(SpaceTemplates.class, () -> templates);
        context.registerBean(Spaces.class, () -> new Spaces(ground, people, templates));
        context.registerBean(Threads.class, () -> new Threads(ground));
        context.registerBean(AppsInSpaces.class, () -> new AppsInSpaces(ground));
    }

    private void addApps() {
        AppInstaller.Installed installed = installer.installAll(
                List.of(
                        source("child_register", resource("child_register.json")),
                        source("att_daily", resource("att_daily.json")),
                        source("every_field", EveryApp.json("every_field"))),
                EntityRef.user("admin"));
        if (!installed.problems().isEmpty()) {
            throw new IllegalStateException(installed.problems().toString());
        }
        AppDefinition register = installed.live().getFirst();
        token("all", register, EnumSet.allOf(TokenRight.class));
        token("view", register, EnumSet.of(TokenRight.VIEW));
        token("add", register, EnumSet.of(TokenRight.ADD));
        token("view again", register, EnumSet.of(TokenRight.VIEW));
    }

    private static DefinitionSource source(String file, ObjectNode json) {
        return DefinitionSource.of(file, json);
    }

    static ObjectNode resource(String name) {
        try (InputStream in = TestServer.class.getResourceAsStream(name)) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Installs one more app; answers its number. */
    long install(String resource) {
        DefinitionSource source = source(resource, resource(resource));
        return installer.install(source, EntityRef.user("admin")).id().value();
    }

    private void token(String token, AppDefinition app, Set<TokenRight> rights) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            stores.get()
                    .directory()
                    .saveToken(new TokenEntry(
                            HexFormat.of().formatHex(digest), app.id().value(), rights, "test"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void start(GenericApplicationContext engine) throws IOException {
        folder = Files.createTempDirectory("mimamori-tomcat");
        AnnotationConfigReactiveWebApplicationContext api = new AnnotationConfigReactiveWebApplicationContext();
        api.setParent(engine);
        Map<String, Object> set = Map.of("mimamori.upload-folder", uploads().toString());
        api.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", set));
        api.register(ApiContext.class);
        api.refresh();
        calls = api.getBean(RequestMappingHandlerMapping.class);
        HttpHandler target = api.getBean(HttpHandler.class);
        HttpHandler whole = (request, response) ->
                target.handle(request.mutate().contextPath("").build(), response);
        tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        Context context = tomcat.addContext("", folder.toString());
        addFilters(context, engine);
        Tomcat.addServlet(context, "token", new TokenServlet(engine.getBean(OAuth.class)));
        context.addServletMappingDecoded("/oauth2/token", "token");
        Tomcat.addServlet(
                context,
                "authorization",
                new AuthorizationServlet(
                        engine.getBean(OAuth.class), engine.getBean(Directory.class), settings.language()));
        context.addServletMappingDecoded("/oauth2/authorization", "authorization");
        Stream.of("/k", "/v1", "/api").forEach(prefix -> {
            Wrapper servlet = Tomcat.addServlet(context, prefix, new TomcatHttpHandlerAdapter(whole));
            servlet.setAsyncSupported(true);
            servlet.setLoadOnStartup(1);
            context.addServletMappingDecoded(prefix + "/*", prefix);
        });
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            throw new IOException(e);
        }
    }

    private void addFilters(Context context, GenericApplicationContext engine) {
        CallerFinder callers = new CallerFinder(
                engine.getBean(Directory.class),
                engine.getBean(DirectoryStore.class),
                passwords,
                clock,
                request -> REQUEST_TOKEN,
                engine.getBean(OAuth.class),
                settings);
        addFilter(context, "sign-in", new SessionOf(new ApiSignIn(callers, settings)), "/k/*", "/v1/*", "/api/*");
        Filter session = (request, response, chain) -> chain.doFilter(SessionOf.signedIn(request), response);
        addFilter(context, "session", session, "/oauth2/*");
    }

    private static void addFilter(Context context, String name, Filter filter, String... paths) {
        FilterDef definition = new FilterDef();
        definition.setFilterName(name);
        definition.setFilter(filter);
        definition.setAsyncSupported("true");
        context.addFilterDef(definition);
        FilterMap map = new FilterMap();
        map.setFilterName(name);
        Stream.of(paths).forEach(map::addURLPattern);
        context.addFilterMap(map);
    }

    /** A password check that takes no time. */
    private static final class Passwords implements PasswordCheck {
        @Override
        public boolean matches(String password, String hash) {
            return hash.equals(hash(password));
        }

        @Override
        public String hash(String password) {
            return "hash of " + password;
        }
    }
}
