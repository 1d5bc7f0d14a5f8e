package io.billingcenter.domain.journal;

import io.billingcenter.domain.money.Money;
import java.util.Currency;
import java.util.List;

/** The entry of one document. Its debits equal its credits, which the constructor enforces. */
public record JournalEntry(JournalDocument document, List<JournalLine> lines) {

    /**
     * Copies the lines and adds them up.
     *
     * @throws UnbalancedJournalException if debits and credits differ
     */
    public JournalEntry {
        lines = List.copyOf(lines);
        if (!lines.isEmpty()) {
            Money difference = lines.stream()
                    .map(JournalLine::amount)
                    .reduce(Money.zero(lines.get(0).amount().currency()), Money::plus);
            if (!difference.isZero()) {
                throw new UnbalancedJournalException("Expected debits and credits of document " + document.source()
                        + " to be equal, found a difference of " + difference + " in " + lines.size() + " lines");
            }
        }
    }

    /** Returns whether the document moves no money, so that it does not appear in the journal. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /**
     * Returns the currency of all lines.
     *
     * @throws IllegalStateException if there is no line
     */
    public Currency currency() {
        if (lines.isEmpty()) {
            throw new IllegalStateException("Expected at least one line of document " + document.source());
        }
        return lines.get(0).amount().currency();
    }
}
