package org.mimamori.embedded.command;

import org.mimamori.embedded.CommandException;

/** The rules for names of databases and collections. */
final class Namespaces {

    private Namespaces() {}

    static void requireValid(String database, String collection) {
        boolean badDatabase = database.isEmpty() || database.chars().anyMatch(c -> "/\\. \"$*<>:|?\0".indexOf(c) >= 0);
        boolean badCollection = collection.isEmpty()
                || collection.startsWith("system.")
                || collection.startsWith(".")
                || collection.endsWith(".")
                || collection.indexOf('$') >= 0
                || collection.indexOf('\0') >= 0;
        if (badDatabase || badCollection) {
            throw new CommandException(
                    73, "InvalidNamespace", "Invalid namespace specified '" + database + "." + collection + "'");
        }
    }
}
