package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.explain.BillExplanation;
import io.billingcenter.domain.explain.DayExplanation;
import io.billingcenter.domain.explain.InvoiceExplanation;
import io.billingcenter.domain.explain.LinesExplanation;
import io.billingcenter.domain.explain.PostingExplanation;
import io.billingcenter.domain.explain.RatingExplanation;
import io.billingcenter.domain.explain.ReadingExplanation;
import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.pricing.RatingOutcome;
import io.billingcenter.domain.usage.UsageCalculator;
import io.billingcenter.jobs.launch.DatabaseAddress;
import io.billingcenter.readers.tables.explain.ExplanationReader;
import io.billingcenter.readers.tables.reference.ReferenceTableReader;
import io.billingcenter.schema.DatabaseKind;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Every invoice, bill line and workspace-day of a finished scenario is explained, and every explanation adds up. */
final class Explanations {

    private static final String BOOK =
            Workplace.HOME.resolve("config/price-books/2024-11-06.csv").toString();

    private static final int DAYS_WITH_RECORDS = 4;

    private Explanations() {}

    /**
     * Explains everything in the tables, reads the raw records behind some workspace-days again, and asks what the same
     * prices would change in the months.
     */
    static void assertAddUp(Workplace place, String address, List<String> months) {
        List<String> days = explainAll(address);
        int step = Math.max(1, days.size() / DAYS_WITH_RECORDS);
        for (int i = 0; i < days.size(); i += step) {
            Workplace.Answer answer = place.billing("explain", days.get(i), "--records");
            assertThat(answer.status()).as(answer.text()).isZero();
            assertThat(answer.text()).doesNotContain("adds up no");
        }
        months.forEach(month -> assertSamePricesChangeNothing(place, month));
    }

    private static void assertSamePricesChangeNothing(Workplace place, String month) {
        Workplace.Answer answer = place.billing("what-if", "--prices", BOOK, "--month", month);
        assertThat(answer.status()).as(answer.text()).isZero();
        assertThat(answer.text().lines().filter(line -> line.contains("charged")))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("difference 0.00"));
        Workplace.Answer same = place.billing("diff", month, month);
        assertThat(same.text()).contains("differs nothing").hasLineCount(1);
    }

    /** Explains what lies in the tables; the workspace-days that are there. */
    private static List<String> explainAll(String address) {
        DatabaseAddress database = DatabaseAddress.of(address, Workplace.HOME);
        SingleConnectionDataSource source = new SingleConnectionDataSource(
                database.url(), database.kind().owner().orElse(null), "", true);
        try {
            JdbcTemplate jdbc = new JdbcTemplate(source);
            AccountDirectory directory = new ReferenceTableReader(jdbc).directory();
            ExplanationReader reader = new ExplanationReader(jdbc, directory);
            jdbc.queryForList("SELECT posting_id FROM posting", String.class).forEach(id -> {
                LinesExplanation posting = (LinesExplanation) reader.explain(id);
                assertThat(posting.postings()).hasSize(1);
                assertLine(posting);
            });
            jdbc.query("""
                    SELECT account_id, workspace_id, billing_day, meter, retention_days, SUM(amount) AS total
                    FROM posting GROUP BY account_id, workspace_id, billing_day, meter, retention_days""", row -> {
                String id = String.join(
                        "/",
                        row.getString("account_id"),
                        row.getString("workspace_id"),
                        row.getString("billing_day"),
                        row.getString("meter"),
                        row.getInt("retention_days") == 0 ? "" : row.getString("retention_days"));
                LinesExplanation line = (LinesExplanation) reader.explain(id);
                assertLine(line);
                assertThat(line.totals().values())
                        .extracting(Money::amount)
                        .containsExactly(row.getBigDecimal("total"));
            });
            jdbc.queryForList("SELECT invoice_number FROM invoice", String.class)
                    .forEach(number -> assertInvoice((InvoiceExplanation) reader.explain(number)));
            List<String> days = jdbc.query(
                    "SELECT workspace_id, billing_day FROM day_reading WHERE is_current = TRUE",
                    (row, n) -> row.getString("workspace_id") + "/" + row.getString("billing_day"));
            days.forEach(day -> assertDay((DayExplanation) reader.explain(day)));
            return days;
        } finally {
            if (database.kind() == DatabaseKind.HSQLDB) {
                new JdbcTemplate(source).execute("SHUTDOWN");
            }
            source.destroy();
        }
    }

    /** The amount is the charge of the rating less the earlier postings; a fee or a credit is of no rating. */
    private static boolean addsUp(PostingExplanation posting) {
        Charge charge = posting.charge();
        Money charged = charge == null ? Money.zero(posting.amount().currency()) : charge.amount();
        return posting.isFee() || posting.kind() == PostingKind.CREDIT || charged.equals(posting.amountNow());
    }

    private static void assertLine(LinesExplanation line) {
        assertThat(line.postings()).isNotEmpty().allMatch(Explanations::addsUp);
        assertThat(line.bills()).isNotEmpty();
        for (BillExplanation bill : line.bills()) {
            assertSettled(bill);
        }
    }

    /** As far as a bill is settled, its shares are all of it. */
    private static void assertSettled(BillExplanation bill) {
        bill.shares().stream()
                .map(BillExplanation.Share::total)
                .reduce(Money::plus)
                .ifPresent(paid -> assertThat(paid).isEqualTo(bill.total()));
    }

    private static void assertInvoice(InvoiceExplanation invoice) {
        Money total = Money.zero(invoice.total().currency());
        for (InvoiceExplanation.Line line : invoice.lines()) {
            assertThat(line.postings().stream().map(PostingExplanation::amount).reduce(Money::plus))
                    .contains(line.line().amount());
            assertThat(line.postings().stream()
                            .map(PostingExplanation::quantity)
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(line.line().quantity());
            assertThat(line.postings()).allMatch(Explanations::addsUp);
            total = total.plus(line.line().amount());
        }
        assertThat(total).isEqualTo(invoice.total());
        // Several credit notes may lie on one bill.
        if (invoice.lines().stream().noneMatch(line -> line.line().kind() == PostingKind.CREDIT)) {
            assertThat(invoice.bills().stream().map(BillExplanation::total).reduce(Money::plus))
                    .contains(total);
        }
        invoice.bills().forEach(Explanations::assertSettled);
    }

    private static void assertDay(DayExplanation day) {
        ReadingExplanation reading = day.reading().orElseThrow();
        assertThat(reading.records())
                .isEqualTo(reading.accepted() + reading.duplicates() + reading.conflicts() + reading.quarantined())
                .isEqualTo(day.files().stream().mapToLong(FileTotals::records).sum());
        assertThat(day.files()).hasSize((int) reading.files());
        RatingExplanation rating = day.rating().orElseThrow();
        assertThat(UsageCalculator.usage(day.measures()))
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(rating.usage());
        if (rating.outcome() == RatingOutcome.CHARGED) {
            BigDecimal posted = day.postings().stream()
                    .filter(posting -> !posting.isFee() && posting.kind() != PostingKind.CREDIT)
                    .map(posting -> posting.amount().amount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(posted)
                    .isEqualByComparingTo(rating.total().map(Money::amount).orElse(BigDecimal.ZERO));
        }
    }
}
