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
    CATEGORY
}
