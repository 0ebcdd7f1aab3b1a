package org.mimamori.engine.settings;

/** kintone's states of a deployment. */
public enum DeployStatus {
    PROCESSING,
    SUCCESS,
    FAIL,
    CANCEL
}
