package io.billingcenter.readers.tables.journal;

import io.billingcenter.domain.journal.JournalEntries;
import io.billingcenter.domain.journal.JournalEntry;
import io.billingcenter.domain.journal.JournalSource;
import io.billingcenter.domain.journal.JournalTotals;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads the journal of a closed month. */
public final class JournalReader implements JournalSource {

    private static final int FETCH_ROWS = 1_000;
    private static final int PAGE_DOCUMENTS = 500;

    private static final String LAST_DAY = """
            SELECT MAX(h.invoice_date) AS last_day FROM invoice i
            JOIN invoice_header h ON h.invoice_number = i.invoice_number WHERE i.billing_month = :month""";

    private final NamedParameterJdbcTemplate jdbc;
    private final JournalMonth month;
    private final int pageDocuments;
    private @Nullable JournalTotals expected;

    /** Reads through the connections of the template. */
    public JournalReader(JdbcTemplate jdbc, BillingMonth month) {
        this(jdbc, month, PAGE_DOCUMENTS);
    }

    JournalReader(JdbcTemplate jdbc, BillingMonth month, int pageDocuments) {
        JdbcTemplate streaming = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource(), "data source"));
        streaming.setFetchSize(FETCH_ROWS);
        this.jdbc = new NamedParameterJdbcTemplate(streaming);
        this.month = JournalMonth.of(jdbc, month);
        this.pageDocuments = pageDocuments;
    }

    @Override
    public void read(Consumer<JournalEntry> entry) {
        Consumer<JournalEntry> notEmpty = made -> {
            if (!made.isEmpty()) {
                entry.accept(made);
            }
        };
        new DocumentReader(jdbc, month, pageDocuments).read(document -> notEmpty.accept(JournalEntries.of(document)));
        new MovementReader(jdbc, month).read(movement -> notEmpty.accept(JournalEntries.of(movement)));
    }

    @Override
    public JournalTotals expected() {
        if (expected == null) {
            expected = new JournalFacts(jdbc, month).totals();
        }
        return expected;
    }

    @Override
    public Collection<Currency> currencies() {
        return expected().currencies();
    }

    @Override
    public BillingDay lastDay() {
        BillingDay end = month.month().endExclusive().minusDays(1);
        List<@Nullable LocalDate> last = jdbc.query(
                LAST_DAY,
                Map.of("month", month.month().toString()),
                (row, number) -> row.getObject(1, LocalDate.class));
        LocalDate day = last.isEmpty() ? null : last.get(0);
        return day == null || day.isBefore(end.date()) ? end : new BillingDay(day);
    }
}
