package org.mimamori.engine.field;

/** What a system field shows of a record's own data. */
public enum SystemValue {
    RECORD_NUMBER,
    CREATOR,
    CREATED_TIME,
    MODIFIER,
    UPDATED_TIME,
    STATUS,
    STATUS_ASSIGNEE,
    CATEGORY;

    /** Whether records keep it as they keep the values of fields, rather than as their own data. */
    public boolean isKeptAsValue() {
        return switch (this) {
            case STATUS, STATUS_ASSIGNEE, CATEGORY -> true;
            case RECORD_NUMBER, CREATOR, CREATED_TIME, MODIFIER, UPDATED_TIME -> false;
        };
    }
}
