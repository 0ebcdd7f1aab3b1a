package org.mimamori.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.imports.FileFormat;
import org.mimamori.engine.imports.ImportFault;
import org.mimamori.engine.imports.ImportPlan;
import org.mimamori.engine.imports.ImportRun;
import org.mimamori.engine.imports.ImportStore;
import org.mimamori.engine.problem.FieldProblem;
import org.mimamori.engine.record.RecordIntake;
import org.mimamori.engine.text.LocalText;

/** What every store of imports does. */
abstract class ImportStoreContract {

    private static final Instant AT = Instant.parse("2026-05-15T01:30:00.123Z");

    protected abstract MongoStores stores();

    private ImportStore imports() {
        return stores().imports();
    }

    private static ImportRun run(long job, Instant at, String file, boolean checkOnly) {
        FileFormat format = new FileFormat(FileFormat.Encoding.SHIFT_JIS, FileFormat.Separator.TAB);
        ImportPlan plan = new ImportPlan(
                format, RecordIntake.Mode.UPSERT, "番号", List.of("*", "番号", "", "signs[高]"), true, checkOnly);
        LocalText message = new LocalText("日付が逆です", Map.of("en", "Dates are reversed"));
        List<ImportFault> faults = List.of(
                new ImportFault(2, 1, FieldProblem.of("番号", "text.tooLong", 20)),
                new ImportFault(
                        5,
                        ImportFault.NO_COLUMN,
                        FieldProblem.of("日", "rule", message).inRow("表", 2)));
        return new ImportRun(
                job,
                new AppId(31),
                EntityRef.user("sato"),
                at,
                file,
                "名簿.csv",
                plan,
                ImportRun.Phase.WRITE,
                10,
                7,
                3,
                5,
                2,
                faults,
                true);
    }

    @AfterEach
    void forget() {
        imports().deleteBefore(AT.plus(Duration.ofDays(1)));
    }

    @Test
    void keepsAllOfARunAndReplacesIt() {
        ImportRun first = run(1, AT, "key", false);
        imports().save(first);
        assertThat(imports().find(1)).contains(first);

        ImportRun second = run(1, AT, "", false);
        imports().save(second);
        assertThat(imports().find(1)).contains(second);
        assertThat(imports().find(2)).isEmpty();
    }

    @Test
    void findsThoseThatHoldAFileOfTheirOwn() {
        ImportRun holding = run(1, AT, "key", false);
        imports().save(holding);
        imports().save(run(2, AT, "", false));
        imports().save(run(3, AT, "somebody's upload", true));

        assertThat(imports().holdingFiles()).containsExactly(holding);
    }

    @Test
    void findsTheLatestOfAPersonInAnApp() {
        imports().save(run(2, AT, "", false));
        imports().save(run(1, AT, "", false));

        assertThat(imports().latest(new AppId(31), EntityRef.user("sato"))).contains(run(2, AT, "", false));
        assertThat(imports().latest(new AppId(31), EntityRef.user("abe"))).isEmpty();
        assertThat(imports().latest(new AppId(32), EntityRef.user("sato"))).isEmpty();
    }

    @Test
    void forgetsTheOld() {
        imports().save(run(1, AT, "", false));
        imports().save(run(2, AT.plusSeconds(1), "", false));

        imports().deleteBefore(AT.plusSeconds(1));

        assertThat(imports().find(1)).isEmpty();
        assertThat(imports().find(2)).isPresent();
    }
}
