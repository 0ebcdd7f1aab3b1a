package org.mimamori.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.theme.lumo.Lumo;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.RegexPatternTypeFilter;

/**
 * The screens are served with the ready-made front-end bundle, so a class of ours may only ask for files that are
 * served as they are, and a browser on a closed network may be sent nowhere else.
 */
class OwnResourcesTest {

    static Stream<Class<?>> ownClasses() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return true;
            }
        };
        scanner.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*")));
        return scanner.findCandidateComponents("org.mimamori.ui").stream()
                .map(definition -> Objects.requireNonNull(definition.getBeanClassName()))
                .filter(name -> !name.endsWith("package-info"))
                .map(OwnResourcesTest::named);
    }

    @ParameterizedTest
    @MethodSource("ownClasses")
    void asksOnlyForFilesThatAreServedAsTheyAre(Class<?> type) {
        assertThat(type.getDeclaredAnnotationsByType(CssImport.class)).isEmpty();
        assertThat(type.getDeclaredAnnotationsByType(NpmPackage.class)).isEmpty();
        Stream.concat(
                        Stream.of(type.getDeclaredAnnotationsByType(JsModule.class))
                                .map(JsModule::value),
                        Stream.concat(
                                Stream.of(type.getDeclaredAnnotationsByType(JavaScript.class))
                                        .map(JavaScript::value),
                                Stream.of(type.getDeclaredAnnotationsByType(StyleSheet.class))
                                        .map(StyleSheet::value)))
                .filter(file -> !file.equals(Lumo.STYLESHEET))
                .forEach(OwnResourcesTest::assertServed);
    }

    static Stream<Path> ownFiles() throws IOException, URISyntaxException {
        Path root = Path.of(
                        Objects.requireNonNull(OwnResourcesTest.class.getResource("/META-INF/resources/js/shell.js"))
                                .toURI())
                .getParent()
                .getParent();
        return Files.walk(root)
                .filter(Files::isRegularFile)
                .filter(file ->
                        Set.of("js", "css", "svg").contains(file.toString().replaceAll(".*\\.", "")));
    }

    @ParameterizedTest
    @MethodSource("ownFiles")
    void sendsNoBrowserElsewhere(Path file) throws IOException {
        String code = Files.readString(file, StandardCharsets.UTF_8)
                .replaceAll("(?s)/\\*.*?\\*/", "")
                .replace("http://www.w3.org/2000/svg", "");
        assertThat(code).doesNotContain("http://", "https://", "//cdn", "@import");
    }

    private static void assertServed(String file) {
        assertThat(file).startsWith("context://");
        String path = "/META-INF/resources/" + file.substring("context://".length());
        assertThat(OwnResourcesTest.class.getResource(path)).as(file).isNotNull();
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name, false, OwnResourcesTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
