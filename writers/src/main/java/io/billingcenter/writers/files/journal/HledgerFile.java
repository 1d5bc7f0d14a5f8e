package io.billingcenter.writers.files.journal;

import io.billingcenter.domain.journal.Chart;
import io.billingcenter.domain.journal.JournalDocument;
import io.billingcenter.domain.journal.JournalEntry;
import io.billingcenter.domain.journal.JournalKey;
import io.billingcenter.domain.journal.JournalLine;
import io.billingcenter.writers.files.delivery.SetFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The journal as a text for hledger, which accepts it with {@code hledger check --strict}. Its accounts are named after the keys
 * of the journal, so that they tell assets from liabilities whatever the codes of the chart are.
 */
final class HledgerFile implements JournalFile {

    private static final Map<JournalKey, String> NAMES = Map.of(
            JournalKey.VOUCHER, "expenses:voucher",
            JournalKey.CARD, "liabilities:prepaid card",
            JournalKey.CASH, "liabilities:cash",
            JournalKey.BANK, "assets:bank",
            JournalKey.OTHER_INCOME, "revenue:other income",
            JournalKey.VAT, "liabilities:vat payable",
            JournalKey.ROUNDING, "expenses:rounding");

    private final SetFile file;
    private final Chart chart;
    private long lines;

    /**
     * Begins the file with its commodities and accounts.
     *
     * @param currencies the currencies of all entries
     */
    HledgerFile(SetFile file, Chart chart, Collection<Currency> currencies) throws IOException {
        this.file = file;
        this.chart = chart;
        for (Currency currency : currencies.stream()
                .sorted(Comparator.comparing(Currency::getCurrencyCode))
                .toList()) {
            print("commodity " + currency.getCurrencyCode() + " 1000."
                    + "0".repeat(Math.max(0, currency.getDefaultFractionDigits())));
        }
        for (String account : accounts()) {
            print(account);
        }
    }

    private List<String> accounts() {
        return JournalKey.all().stream()
                .flatMap(key -> chart.find(key).stream()
                        .map(account -> "account " + name(key) + "  ; code:" + tag(account.code())))
                .sorted()
                .toList();
    }

    /** Returns the name of the account of a key. */
    static String name(JournalKey key) {
        String name = NAMES.get(key);
        if (name != null) {
            return name;
        }
        String prefix = key.isRevenue() ? "" : "assets:";
        return prefix + key.value().replace('.', ':');
    }

    @Override
    public void add(JournalEntry entry) throws IOException {
        JournalDocument document = entry.document();
        print("");
        print(document.day() + " (" + document.number().replace('(', '[').replace(')', ']') + ") "
                + document.kind().text() + "  ; account:"
                + tag(document.account().value()) + ", month:"
                + document.month());
        for (JournalLine line : entry.lines()) {
            chart.account(line.key());
            print(String.format(
                    Locale.ROOT,
                    "    %-32s  %s %s",
                    name(line.key()),
                    entry.currency().getCurrencyCode(),
                    line.amount().amount().toPlainString()));
            lines++;
        }
    }

    /** Returns the text without the comma and the ends of lines that would end a tag. */
    private static String tag(String text) {
        return text.replaceAll("[,\\p{Cntrl}]", " ");
    }

    private void print(String line) throws IOException {
        file.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void finish() throws IOException {
        file.complete(lines);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
