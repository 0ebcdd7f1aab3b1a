package org.mimamori.engine.plugin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Map;
import org.mimamori.engine.problem.Problem;

/**
 * An uploaded plug-in whose signature holds: a ZIP of {@code contents.zip}, the {@code PUBKEY} (DER) of its maker and
 * the {@code SIGNATURE} (RSA with SHA-1) of the contents, as kintone's tools pack it. The signature proves that two
 * versions are of one maker and nothing about who that is.
 */
record PluginPackage(String id, PluginManifest manifest) {

    /** Largest package, in bytes; kintone's. */
    static final long LARGEST = 20L * 1024 * 1024;

    private static final long MOST_UNPACKED = 100L * 1024 * 1024;

    private static final int SMALL = 16 * 1024;
    private static final int LEAST_KEY_BITS = 1024;
    private static final int MOST_KEY_BITS = 8192;
    private static final int ID_LETTERS = 32;

    private static final String CONTENTS = "contents.zip";
    private static final String KEY = "PUBKEY";
    private static final String SIGNATURE = "SIGNATURE";
    private static final String MANIFEST = "manifest.json";

    /** The package, or {@code BadParameter} saying why it is none. */
    static PluginPackage read(InputStream zip) {
        Map<String, byte[]> parts =
                unpack(zip, Map.of(CONTENTS, (int) LARGEST, KEY, SMALL, SIGNATURE, SMALL), LARGEST + 2 * SMALL);
        byte[] contents = part(parts, CONTENTS);
        byte[] key = part(parts, KEY);
        if (!signed(contents, key, part(parts, SIGNATURE))) {
            throw refuse("pluginSignature");
        }
        byte[] manifest = part(
                unpack(new ByteArrayInputStream(contents), Map.of(MANIFEST, PluginManifest.LARGEST), MOST_UNPACKED),
                MANIFEST);
        return new PluginPackage(id(key), PluginManifest.read(manifest));
    }

    private static Map<String, byte[]> unpack(InputStream zip, Map<String, Integer> wanted, long most) {
        try {
            return BoundedZip.read(zip, wanted, most);
        } catch (IOException e) {
            throw refuse("pluginZip");
        }
    }

    private static byte[] part(Map<String, byte[]> parts, String name) {
        byte[] part = parts.get(name);
        if (part == null) {
            throw refuse("pluginPart", name);
        }
        return part;
    }

    private static boolean signed(byte[] contents, byte[] key, byte[] signature) {
        try {
            PublicKey maker = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key));
            int bits = ((RSAPublicKey) maker).getModulus().bitLength();
            if (bits < LEAST_KEY_BITS || bits > MOST_KEY_BITS) {
                return false;
            }
            Signature check = Signature.getInstance("SHA1withRSA");
            check.initVerify(maker);
            check.update(contents);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** SHA-256 of the key, its first 32 hex digits written with the letters from a to p. */
    private static String id(byte[] key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            StringBuilder letters = new StringBuilder(ID_LETTERS);
            HexFormat.of()
                    .formatHex(digest)
                    .chars()
                    .limit(ID_LETTERS)
                    .forEach(digit -> letters.append((char) ('a' + Character.digit(digit, 16))));
            return letters.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static RuntimeException refuse(String key, Object... args) {
        return Problem.BadParameter.of("fileKey", key, args).asException();
    }
}
