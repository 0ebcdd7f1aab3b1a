package org.mimamori.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.kintone.client.KintoneClient;
import com.kintone.client.KintoneClientBuilder;
import com.kintone.client.model.Entity;
import com.kintone.client.model.EntityType;
import com.kintone.client.model.app.DeployStatus;
import com.kintone.client.model.app.field.DropDownFieldProperty;
import com.kintone.client.model.app.field.FieldProperty;
import com.kintone.client.model.app.field.NumberFieldProperty;
import com.kintone.client.model.app.field.Option;
import com.kintone.client.model.app.field.SingleLineTextFieldProperty;
import com.kintone.client.model.app.field.SubtableFieldProperty;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** kintone's Java client 1.3.0, signed in to the running product, and an app it has made for each test. */
abstract class JavaMadeApp extends ConformanceServer {

    static final Entity ME = new Entity(EntityType.USER, LOGIN);

    KintoneClient client;
    long app;

    @BeforeEach
    void makeAnApp() {
        client = KintoneClientBuilder.create(baseUrl())
                .authByPassword(LOGIN, PASSWORD)
                .build();
        app = client.app().addApp("Java");
        client.app().addFormFields(app, fields());
        deploy();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
    }

    void deploy() {
        client.app().deployApp(app);
        assertThat(client.app().getDeployStatus(app)).isEqualTo(DeployStatus.SUCCESS);
    }

    private static List<FieldProperty> fields() {
        Map<String, Option> options = Map.of(
                "A", new Option().setLabel("A").setIndex(0L),
                "B", new Option().setLabel("B").setIndex(1L));
        FieldProperty cell = new SingleLineTextFieldProperty().setCode("Cell").setLabel("Cell");
        return List.of(
                new SingleLineTextFieldProperty()
                        .setCode("Name")
                        .setLabel("Name")
                        .setRequired(true)
                        .setMaxLength(20L),
                new NumberFieldProperty().setCode("Count").setLabel("Count"),
                new DropDownFieldProperty().setCode("Kind").setLabel("Kind").setOptions(options),
                new SubtableFieldProperty().setCode("Rows").setLabel("Rows").setFields(Map.of("Cell", cell)));
    }
}
