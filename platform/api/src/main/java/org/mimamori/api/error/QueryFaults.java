package org.mimamori.api.error;

import java.util.List;
import java.util.Locale;
import org.mimamori.engine.problem.QueryFault;

/** kintone's codes for queries that parse but ask for what cannot be. */
final class QueryFaults {

    private QueryFaults() {}

    static String code(QueryFault fault) {
        return switch (fault) {
            case UNKNOWN_FIELD -> "GAIA_IQ11";
            case OPERATOR_NOT_ALLOWED -> "GAIA_IQ03";
            case EQUALITY_IN_TABLE -> "GAIA_IQ07";
            case UNKNOWN_OPTION -> "GAIA_IQ10";
            case BAD_LITERAL -> "GAIA_IQ01";
            case UNKNOWN_ENTITY -> "GAIA_IL42";
            case UNKNOWN_FUNCTION -> "GAIA_IQ05";
            case FUNCTION_NOT_ALLOWED -> "GAIA_IQ04";
            case WRONG_ARGUMENT_COUNT -> "GAIA_IL08";
            case BAD_DAY_NUMBER -> "GAIA_IQ23";
            case BAD_WEEKDAY -> "GAIA_IQ22";
            case BAD_AMOUNT -> "GAIA_IQ24";
            case BAD_UNIT -> "GAIA_IQ25";
            case NOT_SORTABLE -> "GAIA_IQ09";
            case NOT_RELATED_RECORDS -> "GAIA_IR02";
            case PROCESS_OFF -> "GAIA_ST02";
            case LIMIT_TOO_LARGE -> "GAIA_QU01";
            case OFFSET_TOO_LARGE -> "GAIA_QU02";
        };
    }

    /** The arguments of the message; kintone groups the digits of a limit. */
    static Object[] shown(QueryFault fault, List<String> args) {
        boolean limit = fault == QueryFault.LIMIT_TOO_LARGE || fault == QueryFault.OFFSET_TOO_LARGE;
        return limit
                ? args.stream()
                        .map(arg -> String.format(Locale.ROOT, "%,d", Long.parseLong(arg)))
                        .toArray()
                : args.toArray();
    }
}
