package org.mimamori.ui.field;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.mimamori.engine.field.FileRef;

/**
 * Small copies of pictures, drawn anew: nothing of the file itself reaches the page, neither what hides in it nor where
 * it was taken.
 */
final class Thumbnails {

    private static final Set<String> TYPES = Set.of("image/png", "image/jpeg", "image/gif", "image/bmp");

    /** kintone's limits: larger pictures get no thumbnail. */
    private static final long MAX_BYTES = 10L * 1024 * 1024;

    private static final long MAX_PIXELS = 50_000_000;

    private Thumbnails() {}

    static boolean possible(FileRef file) {
        return TYPES.contains(file.contentType()) && file.size() <= MAX_BYTES;
    }

    /**
     * The picture no wider than told, as PNG.
     *
     * @throws IOException if it cannot be read as a picture
     */
    static byte[] png(InputStream content, int width) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(content)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return write(scale(read(reader, width), width));
            } finally {
                reader.dispose();
            }
        }
    }

    /** Reads every so many pixels only, so that a large picture needs no large memory. */
    private static BufferedImage read(ImageReader reader, int width) throws IOException {
        int full = reader.getWidth(0);
        if ((long) full * reader.getHeight(0) > MAX_PIXELS) {
            throw new IOException("too large a picture");
        }
        int step = Math.max(1, full / (width * 2));
        ImageReadParam every = reader.getDefaultReadParam();
        every.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, every);
    }

    private static BufferedImage scale(BufferedImage picture, int width) {
        int shown = Math.min(width, picture.getWidth());
        int height = Math.max(1, picture.getHeight() * shown / picture.getWidth());
        BufferedImage small = new BufferedImage(shown, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = small.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(picture, 0, 0, shown, height, null);
        canvas.dispose();
        return small;
    }

    private static byte[] write(BufferedImage picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }
}
