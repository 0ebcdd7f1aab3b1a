package org.mimamori.engine.store;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.imports.ImportFault;
import org.mimamori.engine.problem.FieldProblem;
import org.mimamori.engine.text.LocalText;

/** Writes what is wrong in a file as a document, without words, so that each reader has it in his own language. */
final class FaultCodec {

    private static final String TABLE = "table";
    private static final String INDEX = "index";
    private static final String BASE = "base";

    private FaultCodec() {}

    static Document write(ImportFault fault) {
        FieldProblem problem = fault.problem();
        Document document = new Document("row", fault.row())
                .append("column", fault.column())
                .append("field", problem.field())
                .append("key", problem.key())
                .append("args", problem.args().stream().map(FaultCodec::arg).toList());
        if (problem.table() != null && problem.row() != null) {
            document.append(TABLE, problem.table()).append(INDEX, problem.row());
        }
        return document;
    }

    /** Bounds of lengths are counted with, so whole numbers stay numbers. */
    private static Object arg(Object arg) {
        return switch (arg) {
            case Integer number -> number;
            case Long number -> number;
            case LocalText text ->
                new Document(BASE, text.base())
                        .append(
                                "translations",
                                text.translations().entrySet().stream()
                                        .map(one ->
                                                new Document("language", one.getKey()).append("text", one.getValue()))
                                        .toList());
            default -> arg.toString();
        };
    }

    static ImportFault read(Document fault) {
        List<Object> args = fault.getList("args", Object.class).stream()
                .map(FaultCodec::readArg)
                .toList();
        @Nullable String table = fault.getString(TABLE);
        FieldProblem problem = new FieldProblem(
                null,
                table,
                table == null ? null : fault.getInteger(INDEX),
                fault.getString("field"),
                null,
                fault.getString("key"),
                args);
        return new ImportFault(fault.getLong("row"), fault.getInteger("column"), problem);
    }

    private static Object readArg(Object arg) {
        if (!(arg instanceof Document text)) {
            return arg;
        }
        Map<String, String> translations = new TreeMap<>();
        text.getList("translations", Document.class)
                .forEach(one -> translations.put(one.getString("language"), one.getString("text")));
        return new LocalText(text.getString(BASE), translations);
    }
}
