package io.billingcenter.writers.files.journal;

import io.billingcenter.domain.delivery.SetRefusedException;
import io.billingcenter.domain.journal.Chart;
import io.billingcenter.domain.journal.JournalDocument;
import io.billingcenter.domain.journal.JournalEntry;
import io.billingcenter.domain.journal.JournalKey;
import io.billingcenter.domain.journal.JournalLine;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.writers.files.delivery.SetFile;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The journal as a batch of postings of DATEV. A row has one debit and one credit, so the debits of an entry are divided over its
 * credits in their order.
 */
final class DatevFile implements JournalFile {

    static final List<String> COLUMNS = List.of(
            "Umsatz (ohne Soll/Haben-Kz)",
            "Soll/Haben-Kennzeichen",
            "WKZ Umsatz",
            "Kurs",
            "Basis-Umsatz",
            "WKZ Basis-Umsatz",
            "Konto",
            "Gegenkonto (ohne BU-Schlüssel)",
            "BU-Schlüssel",
            "Belegdatum",
            "Belegfeld 1",
            "Belegfeld 2",
            "Skonto",
            "Buchungstext");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("ddMM", Locale.ROOT);
    private static final int FORMAT_VERSION = 13;
    private static final int CATEGORY = 21;
    private static final int EXTERNAL_VERSION = 700;

    private final SetFile file;
    private final Chart chart;
    private final DatevSettings settings;
    private final DialectWriter csv;
    private long rows;

    /**
     * Begins the file with its two heads.
     *
     * @param first first day of the entries
     * @param last last day of the entries
     */
    DatevFile(SetFile file, Chart chart, DatevSettings settings, BillingDay first, BillingDay last) throws IOException {
        this.file = file;
        this.chart = chart;
        this.settings = settings;
        this.csv = new DialectWriter(CsvDialect.DATEV, file);
        csv.row(head(first, last));
        csv.row(COLUMNS);
    }

    private List<@Nullable Object> head(BillingDay first, BillingDay last) {
        int year = first.date().getYear();
        return Arrays.asList(
                "EXTF",
                EXTERNAL_VERSION,
                CATEGORY,
                "Buchungsstapel",
                FORMAT_VERSION,
                // The last day of the entries instead of the time of the making, so that a repeat gives the same file.
                number(DATE.format(last.date()) + "000000000"),
                null,
                null,
                null,
                null,
                settings.adviser(),
                settings.client(),
                number(year + "0101"),
                settings.accountDigits(),
                number(DATE.format(first.date())),
                number(DATE.format(last.date())),
                "Billing " + first.month(),
                null,
                1,
                0,
                0,
                settings.currency());
    }

    private static Object number(String digits) {
        return Long.parseLong(digits);
    }

    @Override
    public void add(JournalEntry entry) throws IOException {
        Deque<Part> debits = new ArrayDeque<>();
        Deque<Part> credits = new ArrayDeque<>();
        for (JournalLine line : entry.lines()) {
            (line.isDebit() ? debits : credits).add(new Part(line, line.unsigned()));
        }
        while (!debits.isEmpty()) {
            Part debit = debits.remove();
            Part credit = credits.remove();
            Money amount = debit.open().min(credit.open());
            row(entry.document(), amount, debit.line(), credit.line());
            debit.less(amount).putBack(debits);
            credit.less(amount).putBack(credits);
        }
    }

    private void row(JournalDocument document, Money amount, JournalLine debit, JournalLine credit) throws IOException {
        csv.row(Arrays.asList(
                amount,
                "S",
                amount.currency().getCurrencyCode(),
                null,
                null,
                null,
                account(debit.key()),
                account(credit.key()),
                null,
                number(DAY, document.day()),
                document.number(),
                null,
                null,
                credit.key().isRevenue() ? credit.text() : debit.text()));
        rows++;
    }

    /** Returns the digits, of which the leading zero of a day is one; without the quotes of a text. */
    private static Object number(DateTimeFormatter format, BillingDay day) {
        return new Digits(format.format(day.date()));
    }

    private Object account(JournalKey key) {
        String code = chart.account(key).code();
        if (!code.matches("[0-9]{1," + (settings.accountDigits() + 1) + "}")) {
            throw SetRefusedException.incomplete("Expected an account code of at most " + (settings.accountDigits() + 1)
                    + " digits for the key " + key + ", as DATEV needs it, found '" + code
                    + "'; change the chart of accounts, or switch the format off");
        }
        return new Digits(code);
    }

    @Override
    public void finish() throws IOException {
        csv.finish();
        file.complete(rows);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** A number whose leading zeros count. */
    private record Digits(String text) {

        @Override
        public String toString() {
            return text;
        }
    }

    /** A line and the part of its amount that no row has yet. */
    private record Part(JournalLine line, Money open) {

        Part less(Money amount) {
            return new Part(line, open.minus(amount));
        }

        void putBack(Deque<Part> parts) {
            if (!open.isZero()) {
                parts.addFirst(this);
            }
        }
    }
}
