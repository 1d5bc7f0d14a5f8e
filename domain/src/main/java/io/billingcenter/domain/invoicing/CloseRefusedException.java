package io.billingcenter.domain.invoicing;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a month cannot be closed; no invoice was numbered. The message lists every reason with its remedy. */
public final class CloseRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception for the findings that prevent the close. */
    public CloseRefusedException(CloseChecklist checklist, List<CloseFinding> against) {
        super(message(checklist, against));
    }

    private static String message(CloseChecklist checklist, List<CloseFinding> against) {
        String names = against.stream()
                .filter(finding -> finding.effect() == CloseFinding.Effect.BLOCKS)
                .map(finding -> finding.reason().text())
                .distinct()
                .collect(Collectors.joining(","));
        return "Expected nothing to be open for " + checklist.month() + ", found:"
                + against.stream().map(finding -> "\n  " + finding.text()).collect(Collectors.joining())
                + "\nNothing was closed and nothing was numbered. "
                + (names.isEmpty()
                        ? "Resolve these, then close the month."
                        : "Resolve these, or close the month anyway with --accept " + names + " --reason TEXT.");
    }
}
