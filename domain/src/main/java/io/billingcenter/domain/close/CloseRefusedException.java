package io.billingcenter.domain.close;

import java.util.List;
import java.util.stream.Collectors;

/** A month is not closed and nothing of it was numbered; the message lists every reason and what to do. */
public final class CloseRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A close that is refused for these findings. */
    public CloseRefusedException(CloseChecklist checklist, List<CloseFinding> against) {
        super(message(checklist, against));
    }

    private static String message(CloseChecklist checklist, List<CloseFinding> against) {
        String names = against.stream()
                .filter(finding -> finding.effect() == CloseFinding.Effect.BLOCKS)
                .map(finding -> finding.reason().text())
                .distinct()
                .collect(Collectors.joining(","));
        return "Expected everything of " + checklist.month() + " to be done, found:"
                + against.stream().map(finding -> "\n  " + finding.text()).collect(Collectors.joining())
                + "\nNothing was closed and nothing was numbered. "
                + (names.isEmpty()
                        ? "Do that, then close the month."
                        : "Do that, or close the month all the same with --accept " + names + " --reason TEXT.");
    }
}
