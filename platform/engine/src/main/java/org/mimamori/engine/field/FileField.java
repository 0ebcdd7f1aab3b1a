package org.mimamori.engine.field;

/**
 * Attached files.
 *
 * @param thumbnailSize width in pixels at which pictures are shown; 150 when the definition gives none
 */
@FieldType("FILE")
public record FileField(FieldCode code, String label, boolean noLabel, boolean required, int thumbnailSize)
        implements Field {

    private static final int DEFAULT_THUMBNAIL = 150;

    public FileField {
        thumbnailSize = thumbnailSize == 0 ? DEFAULT_THUMBNAIL : thumbnailSize;
        FieldSettingsFault.unless(
                thumbnailSize == 50 || thumbnailSize == 150 || thumbnailSize == 250 || thumbnailSize == 500,
                "thumbnailSize",
                "settings.notOneOf",
                "50, 150, 250, 500");
    }

    @Override
    public Shape shape() {
        return Shape.FILES;
    }
}
