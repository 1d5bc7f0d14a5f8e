package io.billingcenter.domain.reconciliation;

import java.util.stream.Collectors;

/** Thrown when figures of neighbouring stages differ; nothing of the run is settled, finalised or delivered. */
public final class OutOfBalanceException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10;

    /**
     * Creates the exception with the first differences.
     *
     * @param expectation what was expected, and the consequence of the difference
     */
    public OutOfBalanceException(String expectation, ReconciliationResult result) {
        super(text(expectation, result));
    }

    private static String text(String expectation, ReconciliationResult result) {
        String shown = result.discrepancies().stream()
                .limit(SHOWN)
                .map(discrepancy -> "\n" + "  " + discrepancy)
                .collect(Collectors.joining());
        return "Expected " + expectation + ", found " + result.differences()
                + (result.differences() == 1 ? " difference" : " differences")
                + ", the first of them:" + shown;
    }
}
