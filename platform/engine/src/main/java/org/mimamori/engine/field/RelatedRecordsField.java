package org.mimamori.engine.field;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list of another app's records. Holds nothing itself.
 *
 * @param referenceTable what is listed; null when whoever reads the definition may not see the other app
 */
@FieldType("REFERENCE_TABLE")
public record RelatedRecordsField(
        FieldCode code,
        String label,
        boolean noLabel,
        @Nullable ReferenceTable referenceTable) implements Field {

    private static final Set<Integer> SIZES = Set.of(1, 3, 5, 10, 20, 30, 40, 50);

    public RelatedRecordsField {
        if (referenceTable != null) {
            Lookups.requireApp(referenceTable.relatedApp(), "referenceTable.relatedApp");
            boolean known = SIZES.contains(referenceTable.size());
            FieldSettingsFault.unless(known, "referenceTable.size", "settings.notOneOf", "1, 3, 5, 10, 20, 30, 40, 50");
        }
    }

    /**
     * kintone's notation of {@link RelatedRecords}.
     *
     * @param size records per page; 5 when the definition gives none
     */
    public record ReferenceTable(
            RelatedApp relatedApp,
            Condition condition,
            String filterCond,
            List<FieldCode> displayFields,
            String sort,
            int size) {

        private static final int DEFAULT_SIZE = 5;

        public ReferenceTable {
            displayFields = List.copyOf(displayFields);
            size = size == 0 ? DEFAULT_SIZE : size;
        }

        /** The two fields that must be equal: of this app, and of the other. */
        public record Condition(FieldCode field, FieldCode relatedField) {}
    }

    @Override
    public Shape shape() {
        return Shape.NONE;
    }

    @Override
    public boolean writable() {
        return false;
    }

    @Override
    public @Nullable RelatedRecords relatedRecords() {
        return referenceTable == null
                ? null
                : new RelatedRecords(
                        referenceTable.relatedApp(),
                        referenceTable.condition().field(),
                        referenceTable.condition().relatedField(),
                        referenceTable.filterCond(),
                        referenceTable.displayFields(),
                        referenceTable.sort(),
                        referenceTable.size());
    }
}
