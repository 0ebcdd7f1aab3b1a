package org.mimamori.engine.imports;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file, to be read as often as need be. */
interface FileContent {
    InputStream open() throws IOException;
}
