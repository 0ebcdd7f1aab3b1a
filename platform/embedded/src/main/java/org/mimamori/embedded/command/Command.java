package org.mimamori.embedded.command;

import org.bson.Document;

/** What one command does. */
@FunctionalInterface
interface Command {

    Document run(Request request, Access access);
}
