package org.mimamori.ui.field;

import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.List;
import java.util.stream.Collectors;
import org.mimamori.engine.problem.FieldProblem;
import org.mimamori.ui.shell.Words;

/** Shows problems at a control. */
final class Reports {

    private Reports() {}

    static void show(HasValidationProperties control, List<FieldProblem> problems, Words words) {
        control.setErrorMessage(problems.stream().map(words::atField).distinct().collect(Collectors.joining(" ")));
        control.setInvalid(!problems.isEmpty());
    }
}
