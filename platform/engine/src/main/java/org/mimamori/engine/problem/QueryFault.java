package org.mimamori.engine.problem;

/** Why a query that parses is refused. What each carries as arguments stands beside it. */
public enum QueryFault {
    /** Field code. Also the answer for a field the reader may not see. */
    UNKNOWN_FIELD,
    /** Field code, operator. */
    OPERATOR_NOT_ALLOWED,
    /** Field code: {@code =} and {@code !=} on a field inside a table. */
    EQUALITY_IN_TABLE,
    /** Field code, option. */
    UNKNOWN_OPTION,
    /** Field code, the literal. */
    BAD_LITERAL,
    /** Entity type, code. */
    UNKNOWN_ENTITY,
    /** Function name. */
    UNKNOWN_FUNCTION,
    /** Function name, field code. */
    FUNCTION_NOT_ALLOWED,
    /** Function name. */
    WRONG_ARGUMENT_COUNT,
    /** Function name, argument: neither 1 to 31 nor {@code LAST}. */
    BAD_DAY_NUMBER,
    /** Function name, argument: no {@code SUNDAY} to {@code SATURDAY}. */
    BAD_WEEKDAY,
    /** Function name, argument: no whole number of up to seven digits. */
    BAD_AMOUNT,
    /** Function name, argument: no {@code DAYS}, {@code WEEKS}, {@code MONTHS} or {@code YEARS}. */
    BAD_UNIT,
    /** Field code. */
    NOT_SORTABLE,
    /** Field code: a dotted name whose first part is no related-records field. */
    NOT_RELATED_RECORDS,
    /** Field code: the status or its assignee, while the app does not use its process. */
    PROCESS_OFF,
    /** Limit. */
    LIMIT_TOO_LARGE,
    /** Offset. */
    OFFSET_TOO_LARGE
}
