package io.billingcenter.writers.files.journal;

import io.billingcenter.domain.journal.JournalDocument;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

/** Numbers the documents of each accounting period from 1, in their order. */
final class VoucherNumbers {

    private final Map<YearMonth, Long> last = new HashMap<>();

    /** Returns the number of the next document. */
    long next(JournalDocument document) {
        return last.merge(YearMonth.from(document.day().date()), 1L, Long::sum);
    }
}
