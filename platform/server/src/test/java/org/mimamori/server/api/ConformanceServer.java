package org.mimamori.server.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import org.mimamori.engine.app.AppCatalog;
import org.mimamori.engine.directory.DirectoryStore;
import org.mimamori.engine.directory.TokenEntry;
import org.mimamori.engine.directory.TokenRight;
import org.mimamori.server.MimamoriApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole product on a port of its own, with one app that kintone's clients write to. Each client has its own. */
@SpringBootTest(
        classes = MimamoriApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "mimamori.apps=" + ConformanceServer.NODE_FOLDER + "/apps",
            "mimamori.language=en",
            // customize-uploader ends no sooner than the server closes the connections it leaves open.
            "server.tomcat.keep-alive-timeout=2s",
            "mimamori.admin.password=" + ConformanceServer.PASSWORD
        })
@DirtiesContext
abstract class ConformanceServer {

    static final String NODE_FOLDER = "src/test/node";
    static final String LOGIN = "admin";
    static final String PASSWORD = "conformance-of-clients";
    static final String TOKEN = "token-of-the-conformance-app";

    // Spring's test runner hands these in; a test class has no constructor of its own to take them.
    @LocalServerPort
    private int port;

    @Autowired
    private AppCatalog catalog;

    @Autowired
    private DirectoryStore directory;

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry registry) {
        Path fresh = folder();
        registry.add("mimamori.data", fresh::toString);
    }

    /** kintone's JavaScript client takes plain http only from this host name. */
    String baseUrl() {
        return "http://localhost:" + port;
    }

    long app() {
        return catalog.findByCode("conformance").orElseThrow().id().value();
    }

    /** An API token with every right on the app. */
    String token() {
        directory.saveToken(new TokenEntry(hash(TOKEN), app(), EnumSet.allOf(TokenRight.class), "conformance"));
        return TOKEN;
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("mimamori-conformance");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
