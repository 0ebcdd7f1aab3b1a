package org.mimamori.server.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of an installation; each is an environment variable {@code MIMAMORI_...} or an option.
 *
 * @param data folder of the embedded store and of files
 * @param apps folder of app definitions, read at every start
 * @param demo whether an empty installation is filled with the demo municipality
 * @param zone in which "today" is meant for values that everybody reads
 * @param language language of API messages for callers who have chosen none
 * @param largestFile largest file that can be attached
 * @param deletedFields how long a deleted field can be put back with what records held in it; destroyed afterwards
 * @param url address of this installation for people and programs, as links in webhooks need it; empty when unsaid
 */
@ConfigurationProperties("mimamori")
public record MimamoriSettings(
        @DefaultValue("./data") Path data,
        @DefaultValue("apps") Path apps,
        @DefaultValue("false") boolean demo,
        @DefaultValue("Asia/Tokyo") ZoneId zone,
        @DefaultValue("ja") String language,
        @DefaultValue("100MB") DataSize largestFile,
        @DefaultValue("90d") Duration deletedFields,
        @DefaultValue("") String url,
        @DefaultValue Mongodb mongodb,
        @DefaultValue Admin admin,
        @DefaultValue Webhooks webhooks) {

    /** The data file of the embedded store. */
    public Path storeFile() {
        return data.resolve("mimamori.db");
    }

    /** The folder of attached files. */
    public Path files() {
        return data.resolve("files");
    }

    /**
     * The database.
     *
     * @param uri connection string of a MongoDB replica set; null for the embedded store
     */
    public record Mongodb(
            @Nullable String uri, @DefaultValue("mimamori") String database) {}

    /** {@link #url} without a slash at its end. */
    public String home() {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /**
     * Messages to other programs.
     *
     * @param privateAddresses whether they may go to addresses that are not public: loopback, the office's own network
     * @param perMinute most in a minute; the rest waits
     */
    public record Webhooks(
            @DefaultValue("false") boolean privateAddresses,
            @DefaultValue("60") int perMinute) {}

    /**
     * The first administrator.
     *
     * @param password password of user {@code admin} in an empty installation; null to ask on the set-up page
     */
    public record Admin(@Nullable String password) {}
}
