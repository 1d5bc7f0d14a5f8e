package io.billingcenter.writers.files.delivery;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.delivery.CurrencyTotals;
import io.billingcenter.domain.delivery.DeliveredFile;
import io.billingcenter.domain.delivery.DeliveredRowSource;
import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.domain.delivery.SetRefusedException;
import io.billingcenter.domain.money.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of a month divided by account: {@code <account>/invoices.csv} and {@code <account>/invoice-lines.csv}, with the
 * rows and the layout that the files of the month have. Ids of accounts have no characters that lead out of a folder.
 */
public final class AccountFilesContent implements SetContent {

    private static final String ACCOUNT_ID = "account_id";

    private final DeliveredRowSource source;
    private final DeliveryPeriod.OfMonth month;
    private final Set<BillingAccountId> accounts;

    /**
     * Creates the content of a month.
     *
     * @param accounts accounts that get files
     */
    public AccountFilesContent(
            DeliveredRowSource source, DeliveryPeriod.OfMonth month, Set<BillingAccountId> accounts) {
        this.source = source;
        this.month = month;
        this.accounts = Set.copyOf(accounts);
    }

    @Override
    public void write(SetFiles files) throws IOException {
        Map<BillingAccountId, List<CurrencyTotals>> totals = new TreeMap<>();
        for (DeliveredFile file : source.files(month)) {
            try (Splitter splitter = new Splitter(file, files, totals)) {
                source.read(file, month, splitter::row);
                splitter.endAccount();
            } catch (UncheckedIOException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
        totals.forEach(this::requireSame);
    }

    /** Refuses files of an account that do not add up to the same amounts. */
    private void requireSame(BillingAccountId account, List<CurrencyTotals> totals) {
        CurrencyTotals first = totals.get(0);
        boolean same =
                totals.size() == source.files(month).size() && totals.stream().allMatch(first::sameAs);
        if (!same) {
            throw SetRefusedException.unbalanced("Expected the files of account " + account + " in " + month
                    + " to add up to the same amounts, found " + totals + "; verify the invoices, then repeat");
        }
    }

    /** Writes the rows of a file into a file for each account; rows of an account follow each other. */
    private final class Splitter implements AutoCloseable {

        private final DeliveredFile file;
        private final SetFiles files;
        private final Map<BillingAccountId, List<CurrencyTotals>> totals;
        private final int accountColumn;
        private @Nullable BillingAccountId account;
        private @Nullable SetFile stream;
        private @Nullable CsvFile csv;

        Splitter(DeliveredFile file, SetFiles files, Map<BillingAccountId, List<CurrencyTotals>> totals) {
            this.file = file;
            this.files = files;
            this.totals = totals;
            this.accountColumn = file.columns().stream()
                    .map(column -> column.name())
                    .toList()
                    .indexOf(ACCOUNT_ID);
        }

        void row(List<@Nullable Object> row) {
            try {
                BillingAccountId of = new BillingAccountId(String.valueOf(row.get(accountColumn)));
                if (!of.equals(account)) {
                    endAccount();
                    begin(of);
                }
                if (csv != null) {
                    csv.row(row);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void begin(BillingAccountId of) throws IOException {
            account = of;
            if (accounts.contains(of)) {
                SetFile begun = files.create(of + "/" + file.fileName() + ".csv", file.schema());
                stream = begun;
                csv = new CsvFile(file, Profile.MACHINE, begun);
            }
        }

        void endAccount() throws IOException {
            if (csv != null && stream != null && account != null) {
                FileContent content = csv.finish();
                stream.complete(content.rows());
                totals.computeIfAbsent(account, key -> new ArrayList<>()).add(total(content));
            }
            csv = null;
            stream = null;
        }

        private CurrencyTotals total(FileContent content) {
            String column = file.totalColumn().orElseThrow().name();
            return new CurrencyTotals(content.control().stream()
                    .filter(control -> control.column().equals(column))
                    .map(control -> Money.of(Currency.getInstance(control.currency()), new BigDecimal(control.sum())))
                    .toList());
        }

        @Override
        public void close() throws IOException {
            if (csv != null) {
                csv.close();
            }
        }
    }
}
