package io.billingcenter.writers.files.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.delivery.CurrencyTotals;
import io.billingcenter.domain.delivery.DeliveredColumn;
import io.billingcenter.domain.delivery.DeliveredFile;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.writers.files.delivery.FileContent.ControlSum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Control sums, keys and the order of the rows of a delivered file. */
class DeliveredContentTest {

    private static final BillingDay DAY = BillingDay.parse("2026-11-21");

    @Test
    void sumsAreKeptForEveryMoneyColumnAndCurrency() {
        ContentTally tally = new ContentTally(DeliveredFile.SETTLEMENT);
        tally.add(settlement("ba_1", "CNY", "10.00", "4.00", "6.00"));
        tally.add(settlement("ba_2", "USD", "0.30", "", "0.30"));
        tally.add(settlement("ba_3", "CNY", "-2.50", null, "-2.50"));
        FileContent content = tally.content(123, "sha");
        assertThat(content.rows()).isEqualTo(3);
        assertThat(content.bytes()).isEqualTo(123);
        assertThat(content.control())
                .containsExactly(
                        new ControlSum("total", "CNY", "7.50"),
                        new ControlSum("total", "USD", "0.30"),
                        new ControlSum("voucher", "CNY", "4.00"),
                        new ControlSum("owed", "CNY", "3.50"),
                        new ControlSum("owed", "USD", "0.30"));
        assertThat(content.firstKey()).containsExactly("2026-11-21", "ba_1", "wallet", "CNY");
        assertThat(content.lastKey()).containsExactly("2026-11-21", "ba_3", "wallet", "CNY");
    }

    @Test
    void randomSumsAreExactWhateverTheirNumberOfRows() {
        Random random = new Random(11);
        TreeMap<String, Long> cents = new TreeMap<>();
        ContentTally tally = new ContentTally(DeliveredFile.SETTLEMENT);
        for (int i = 0; i < 5_000; i++) {
            String currency = random.nextBoolean() ? "CNY" : "USD";
            long amount = random.nextLong() >> 24;
            cents.merge(currency, amount, Math::addExact);
            tally.add(settlement(
                    "ba_" + i, currency, BigDecimal.valueOf(amount, 2).toPlainString(), null, null));
        }
        assertThat(tally.content(0, "").control())
                .containsExactly(
                        new ControlSum(
                                "total",
                                "CNY",
                                BigDecimal.valueOf(cents.get("CNY"), 2).toPlainString()),
                        new ControlSum(
                                "total",
                                "USD",
                                BigDecimal.valueOf(cents.get("USD"), 2).toPlainString()));
    }

    @ParameterizedTest
    @EnumSource(DeliveredFile.class)
    void aFileWithoutRowsHasNoSumsAndNoKeys(DeliveredFile file) {
        FileContent content = new ContentTally(file).content(10, "sha");
        assertThat(content).isEqualTo(new FileContent(0, 10, "sha", List.of(), List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "w1, log, 7,   w1, log, 14,  true",
                "w1, log, -,   w1, log, 3,   true",
                "w1, log, 14,  w1, log, 7,   false",
                "w1, log, 3,   w1, log, -,   false",
                "w1, log, 7,   w1, log, 7,   true",
                "w10, log, 7,  w2, log, 7,   true",
                "W2, log, 7,   w1, log, 7,   true",
                "w1, log, 7,   W2, log, 7,   false",
                "w_1, log, 7,  wa, log, 7,   true",
                "z, log, 7,    \u00E9, log, 7, true"
            })
    void textsSortByCodePointAndNumbersByValueWithEmptyFirst(
            String workspace,
            String meter,
            @Nullable Long days,
            String nextWorkspace,
            String nextMeter,
            @Nullable Long nextDays,
            boolean sorted) {
        RowOrder order = new RowOrder(DeliveredFile.USAGE);
        order.next(usage(workspace, meter, days));
        if (sorted) {
            assertThatCode(() -> order.next(usage(nextWorkspace, nextMeter, nextDays)))
                    .doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> order.next(usage(nextWorkspace, nextMeter, nextDays)))
                    .isInstanceOf(DeliveryException.class)
                    .hasMessageContainingAll(
                            "Expected the rows of usage sorted",
                            workspace,
                            nextWorkspace,
                            "nothing was published",
                            "code point");
        }
    }

    @Test
    void rowsThatDifferOutsideTheKeyMayComeInAnyOrder() {
        RowOrder order = new RowOrder(DeliveredFile.USAGE);
        order.next(usage("w1", "log", 7L, "9"));
        assertThatCode(() -> order.next(usage("w1", "log", 7L, "2"))).doesNotThrowAnyException();
    }

    @Test
    void aTotalThatIsWrittenIsTheOneThatIsPosted() {
        TestRows rows = TestRows.ofBill("2.40");
        DeliveredTotalsCheck check =
                new DeliveredTotalsCheck(rows, TestRows.DAY, new CurrencyTotals(List.of(TestRows.yuan("2.40"))));
        assertThat(check.totals(check.checked(DeliveredFile.BILL_LINES, List.of(entry("2.40", 1)))))
                .containsExactly(new Manifest.Total("CNY", "2.40", "2.40"));
    }

    @ParameterizedTest
    @CsvSource({"2.41, 1, 2.41", "2.40, 2, 2 rows", "2.40, 0, 0 rows", "-2.40, 1, -2.40"})
    void whatTheDatabaseDoesNotConfirmIsRefused(String amount, long rows, String found) {
        DeliveredTotalsCheck check = new DeliveredTotalsCheck(
                TestRows.ofBill("2.40"), TestRows.DAY, new CurrencyTotals(List.of(TestRows.yuan("2.40"))));
        assertThatThrownBy(() -> check.checked(DeliveredFile.BILL_LINES, List.of(entry(amount, rows))))
                .isInstanceOf(UnbalancedDeliveryException.class)
                .hasMessageContainingAll("bill-lines", "2026-11-21", found, "nothing was published", "Reconcile");
    }

    @Test
    void theContentDigestIsThatOfTheMachineFilesInTheOrderOfTheirNames() {
        Manifest.FileEntry one = entry("1.00", 1);
        Manifest.FileEntry other = new Manifest.FileEntry(
                "alerts.csv",
                "alerts/1",
                "machine",
                "UTF-8",
                false,
                "CRLF",
                "none",
                0,
                9,
                "beef",
                List.of(),
                List.of(),
                List.of());
        Manifest.FileEntry excel = new Manifest.FileEntry(
                "excel/usage.csv",
                "usage/1",
                "excel",
                "UTF-8",
                true,
                "CRLF",
                "apostrophe",
                0,
                9,
                "0000",
                List.of(),
                List.of(),
                List.of());
        String digest = Manifest.contentDigest(List.of(one, other));
        assertThat(Manifest.contentDigest(List.of(other, excel, one))).isEqualTo(digest);
        // printf 'beef  alerts.csv\ncafe  bill-lines.csv\n' | sha256sum
        assertThat(digest).isEqualTo("22f545676d5b4481870a09e63791b49c828160c78a41107e7ae368348d291ee3");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "=1+1,      '=1+1",
                "+1,        '+1",
                "-1,        '-1",
                "@SUM(A1),  '@SUM(A1)",
                "a=1,       a=1",
                "1-1,       1-1",
                "` =1`,     `' =1`",
                "\uFF1D1,   '\uFF1D1"
            })
    void onlySpreadsheetsGetAGuardBeforeFormulas(String text, String guarded) {
        assertThat(Profile.MACHINE.text(text)).isEqualTo(text);
        assertThat(Profile.EXCEL.text(text)).isEqualTo(guarded);
    }

    private static Manifest.FileEntry entry(String amount, long rows) {
        return new Manifest.FileEntry(
                "bill-lines.csv",
                DeliveredFile.BILL_LINES.schema(),
                "machine",
                "UTF-8",
                false,
                "CRLF",
                "none",
                rows,
                100,
                "cafe",
                List.of(new ControlSum("amount", "CNY", amount)),
                List.of(),
                List.of());
    }

    private static @Nullable String[] settlement(
            String account, String currency, String total, @Nullable String voucher, @Nullable String owed) {
        return new @Nullable String[] {
            DAY.toString(), account, "wallet", currency, total, voucher, null, null, null, owed
        };
    }

    private static List<@Nullable Object> usage(String workspace, String meter, @Nullable Long days) {
        return usage(workspace, meter, days, "1");
    }

    private static List<@Nullable Object> usage(String workspace, String meter, @Nullable Long days, String quantity) {
        List<@Nullable Object> row =
                new ArrayList<>(Arrays.asList(DAY, workspace, meter, days, new BigDecimal(quantity), 1_000L));
        List<DeliveredColumn> columns = DeliveredFile.USAGE.columns();
        while (row.size() < columns.size()) {
            row.add(null);
        }
        return row;
    }
}
