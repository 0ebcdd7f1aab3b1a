package org.mimamori.engine.app;

/** A definition that is to be live: as it is kept, and compiled. */
public record Deployment(StoredApp app, AppDefinition compiled) {}
