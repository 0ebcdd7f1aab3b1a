package org.mimamori.api.file;

import org.mimamori.engine.directory.Actor;
import org.springframework.http.codec.multipart.FilePart;

/** A file somebody sends; its bytes wait on disk, not in memory. */
record Upload(Actor actor, FilePart file) {}
