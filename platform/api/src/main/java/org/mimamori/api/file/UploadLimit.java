package org.mimamori.api.file;

/** The largest file that may be sent. */
public record UploadLimit(long bytes) {}
