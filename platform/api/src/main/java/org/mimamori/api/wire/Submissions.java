package org.mimamori.api.wire;

import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.record.RecordChange;
import org.mimamori.engine.record.RecordKey;
import org.mimamori.engine.record.Submission;
import tools.jackson.databind.node.ObjectNode;

/** Reads what callers want records to hold. */
public final class Submissions {

    /** Longest value an update may name a record by, in characters; kintone's limit. */
    private static final int MAX_KEY = 64;

    private Submissions() {}

    /** A record of a call that gives it under {@code record}; nothing at all is a record of defaults. */
    public static Submission read(Parameters parameters) {
        return of(parameters.json("record"));
    }

    /** A record that is itself the element of a list. */
    public static Submission of(ObjectNode record) {
        record.properties().forEach(field -> {
            if (!field.getValue().isObject()) {
                throw new Problem.BadJson(field.getKey() + " is no object").asException();
            }
        });
        return Submission.ofJson(record);
    }

    /** One record's part of an update: named by number or by the value of a field without duplicates. */
    public static RecordChange change(Parameters parameters) {
        Submission submission = read(parameters);
        return new RecordChange(key(parameters, submission), parameters.revision(), submission);
    }

    private static RecordKey key(Parameters parameters, Submission submission) {
        if (parameters.has("id")) {
            return new RecordKey.ById(parameters.id("id"));
        }
        if (!parameters.has("updateKey")) {
            throw parameters.refuse("id", "required");
        }
        Parameters key = parameters.object("updateKey").require("field", "value");
        if (key.text("value").length() > MAX_KEY) {
            throw key.refuse("value", "tooLong", MAX_KEY);
        }
        FieldCode field = fieldCode(key);
        if (submission.entries().containsKey(field)) {
            throw key.refuse("field", "keyInRecord");
        }
        return new RecordKey.ByField(field, key.raw("value"));
    }

    private static FieldCode fieldCode(Parameters key) {
        String code = key.text("field");
        if (code.isBlank()) {
            throw key.refuse("field", "required");
        }
        return new FieldCode(code);
    }
}
