package io.billingcenter.domain.control;

import java.util.stream.Collectors;

/** Figures of neighbouring stages differ; nothing of the run is settled, finalised or delivered. */
public final class OutOfBalanceException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10;

    /** Names the first of what differs. */
    public OutOfBalanceException(BalanceSheet sheet) {
        super(text(sheet));
    }

    private static String text(BalanceSheet sheet) {
        String shown = sheet.discrepancies().stream()
                .limit(SHOWN)
                .map(discrepancy -> "\n" + "  " + discrepancy)
                .collect(Collectors.joining());
        return "Expected neighbouring stages to agree, found " + sheet.differences()
                + (sheet.differences() == 1 ? " difference" : " differences")
                + "; nothing of it is settled or delivered. All of them stand in the table discrepancy:" + shown;
    }
}
