package org.mimamori.embedded;

import java.util.List;

/** A refusal with MongoDB's number and name for it, sent to the client as the answer to its command. */
public final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;
    private final String codeName;
    private final transient List<String> labels;

    public CommandException(int code, String codeName, String message) {
        this(code, codeName, message, List.of());
    }

    private CommandException(int code, String codeName, String message, List<String> labels) {
        super(message);
        this.code = code;
        this.codeName = codeName;
        this.labels = labels;
    }

    public static CommandException badValue(String message) {
        return new CommandException(2, "BadValue", message);
    }

    public static CommandException failedToParse(String message) {
        return new CommandException(9, "FailedToParse", message);
    }

    public static CommandException typeMismatch(String message) {
        return new CommandException(14, "TypeMismatch", message);
    }

    /** Something MongoDB does and this store does not: refused, never ignored. */
    public static CommandException notImplemented(String what) {
        return new CommandException(238, "NotImplemented", "the embedded store does not implement " + what);
    }

    /** An error after which the client may run its transaction again. */
    public static CommandException transientError(int code, String codeName, String message) {
        return new CommandException(code, codeName, message, List.of("TransientTransactionError"));
    }

    /** A numbered refusal without a name of its own. */
    public static CommandException location(int code, String message) {
        return new CommandException(code, "Location" + code, message);
    }

    public int code() {
        return code;
    }

    public String codeName() {
        return codeName;
    }

    public List<String> labels() {
        return labels;
    }
}
